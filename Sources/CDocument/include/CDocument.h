// Documents of others as text: HTML read by libxml2, which is opened at run time, and character sets read by the system's
// iconv.
#pragma once

#include <stddef.h>

#pragma clang assume_nonnull begin

/// What is met on the way through a document.
typedef enum { AI1_HTML_OPEN, AI1_HTML_CLOSE, AI1_HTML_TEXT } ai1_html_kind;

/// Is told what is met: an element's name at its beginning and its end, or a text. At the beginning of `a` and `img`, `value`
/// is their `href` and `alt`. All of it is UTF-8 and lives until the call returns.
typedef void (*ai1_html_visit)(void *context, ai1_html_kind kind, const char *text, const char *_Nullable value);

typedef enum { AI1_HTML_READ, AI1_HTML_NO_LIBRARY, AI1_HTML_UNREADABLE } ai1_html_outcome;

/// Reads a document and goes through it in its order. Nothing is loaded from anywhere.
/// @param library the file name of libxml2
/// @param encoding what the octets are; null to let the document say so
ai1_html_outcome ai1_html_read(
    const char *library, const char *bytes, int size, const char *_Nullable encoding, ai1_html_visit visit, void *context);

/// Converts text of an encoding to UTF-8.
/// @return the octets written; -1 for an encoding that the system does not know, -2 for octets that are none of it or
/// when the room does not suffice
long ai1_text_convert(const char *encoding, const char *bytes, size_t size, char *room, size_t room_size);

#pragma clang assume_nonnull end
