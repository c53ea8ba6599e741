// libcurl, opened at run time. <curl/curl.h> gives types and constants; nothing is linked. The variadic functions of
// libcurl stay in C: Swift cannot call them.
#pragma once

#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// The functions of one opened libcurl.
typedef struct ai1_curl ai1_curl;

/// Opens the library with this file name and finds every function that is needed. It stays open for the life of the
/// process, since TLS libraries register exit handlers. On failure: null, and the reason in `reason`.
const ai1_curl *_Nullable ai1_curl_open(const char *name, char *reason, size_t reason_size);

/// curl_global_init, made safe for several threads at once.
CURLcode ai1_curl_global_init(const ai1_curl *curl);
const char *ai1_curl_version(const ai1_curl *curl);
const char *ai1_curl_strerror(const ai1_curl *curl, CURLcode code);

CURL *_Nullable ai1_curl_easy_init(const ai1_curl *curl);
void ai1_curl_easy_cleanup(const ai1_curl *curl, CURL *easy);
CURLcode ai1_curl_easy_resume(const ai1_curl *curl, CURL *easy);

CURLcode ai1_curl_set_long(const ai1_curl *curl, CURL *easy, CURLoption option, long value);
CURLcode ai1_curl_set_offset(const ai1_curl *curl, CURL *easy, CURLoption option, curl_off_t value);
CURLcode ai1_curl_set_string(const ai1_curl *curl, CURL *easy, CURLoption option, const char *_Nullable value);
CURLcode ai1_curl_set_pointer(const ai1_curl *curl, CURL *easy, CURLoption option, const void *_Nullable value);
CURLcode ai1_curl_set_url(const ai1_curl *curl, CURL *easy, CURLU *url);
CURLcode ai1_curl_set_headers(const ai1_curl *curl, CURL *easy, struct curl_slist *_Nullable headers);
CURLcode ai1_curl_set_write(const ai1_curl *curl, CURL *easy, CURLoption option, curl_write_callback function);
CURLcode ai1_curl_set_read(const ai1_curl *curl, CURL *easy, curl_read_callback function);
CURLcode ai1_curl_set_seek(const ai1_curl *curl, CURL *easy, curl_seek_callback function);
CURLcode ai1_curl_set_debug(const ai1_curl *curl, CURL *easy, curl_debug_callback function);
CURLcode ai1_curl_set_open_socket(const ai1_curl *curl, CURL *easy, curl_opensocket_callback function);
/// Allows http and https and nothing else.
CURLcode ai1_curl_set_http_only(const ai1_curl *curl, CURL *easy);
/// Does not wait for a running name look-up when a transfer is given up, where this libcurl can do so.
void ai1_curl_set_quick_exit(const ai1_curl *curl, CURL *easy);

CURLcode ai1_curl_get_long(const ai1_curl *curl, CURL *easy, CURLINFO info, long *value);
CURLcode ai1_curl_get_offset(const ai1_curl *curl, CURL *easy, CURLINFO info, curl_off_t *value);
CURLcode ai1_curl_get_private(const ai1_curl *curl, CURL *easy, void *_Nullable *_Nonnull value);

CURLM *_Nullable ai1_curl_multi_init(const ai1_curl *curl);
void ai1_curl_multi_cleanup(const ai1_curl *curl, CURLM *multi);
CURLMcode ai1_curl_multi_set_long(const ai1_curl *curl, CURLM *multi, CURLMoption option, long value);
CURLMcode ai1_curl_multi_add(const ai1_curl *curl, CURLM *multi, CURL *easy);
CURLMcode ai1_curl_multi_remove(const ai1_curl *curl, CURLM *multi, CURL *easy);
CURLMcode ai1_curl_multi_perform(const ai1_curl *curl, CURLM *multi);
CURLMcode ai1_curl_multi_poll(const ai1_curl *curl, CURLM *multi, int timeout_milliseconds);
CURLMcode ai1_curl_multi_wakeup(const ai1_curl *curl, CURLM *multi);
const CURLMsg *_Nullable ai1_curl_multi_message(const ai1_curl *curl, CURLM *multi);

struct curl_slist *_Nullable ai1_curl_list_append(
    const ai1_curl *curl, struct curl_slist *_Nullable list, const char *text);
void ai1_curl_list_free(const ai1_curl *curl, struct curl_slist *_Nullable list);

CURLU *_Nullable ai1_curl_url_new(const ai1_curl *curl);
CURLU *_Nullable ai1_curl_url_copy(const ai1_curl *curl, CURLU *url);
void ai1_curl_url_free(const ai1_curl *curl, CURLU *url);
CURLUcode ai1_curl_url_set(const ai1_curl *curl, CURLU *url, const char *text, unsigned int flags);
/// A part as text that `ai1_curl_free` frees; null when it is absent.
char *_Nullable ai1_curl_url_get(const ai1_curl *curl, CURLU *url, CURLUPart part, unsigned int flags);
void ai1_curl_free(const ai1_curl *curl, void *memory);

/// The octets of an IPv4 (4) or IPv6 (16) address in network order; 0 for any other family.
size_t ai1_curl_address_octets(const struct curl_sockaddr *address, uint8_t octets[_Nonnull 16]);
/// A socket for the address that child processes do not inherit; CURL_SOCKET_BAD on failure.
curl_socket_t ai1_curl_open_socket(const struct curl_sockaddr *address);

#pragma clang assume_nonnull end
