// cmark-gfm with the extensions that ai1 uses. Swift cannot name the node types of extensions: they are variables that
// are set when the extensions are registered.
#pragma once

#include <cmark-gfm.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// What a node is.
typedef enum __attribute__((enum_extensibility(closed))) ai1_markdown_kind : int32_t {
    ai1_markdown_document,
    ai1_markdown_quote,
    ai1_markdown_list,
    ai1_markdown_item,
    ai1_markdown_task,
    ai1_markdown_code_block,
    ai1_markdown_html_block,
    ai1_markdown_paragraph,
    ai1_markdown_heading,
    ai1_markdown_rule,
    ai1_markdown_table,
    ai1_markdown_table_header,
    ai1_markdown_table_row,
    ai1_markdown_table_cell,
    ai1_markdown_text,
    ai1_markdown_soft_break,
    ai1_markdown_hard_break,
    ai1_markdown_code,
    ai1_markdown_html,
    ai1_markdown_emphasis,
    ai1_markdown_strong,
    ai1_markdown_strike,
    ai1_markdown_link,
    ai1_markdown_image,
    ai1_markdown_other
} ai1_markdown_kind;

/// Parses a text with tables, strike-through (of two tildes), task lists and bare links. The root is freed by
/// cmark_node_free. Safe from any thread. Null when there is no memory.
cmark_node *_Nullable ai1_markdown_parse(const char *text, size_t size);

ai1_markdown_kind ai1_markdown_node_kind(cmark_node *node);

/// How a table's column stands: 'l', 'c', 'r' or 0.
uint8_t ai1_markdown_alignment(cmark_node *table, size_t column);

bool ai1_markdown_is_checked(cmark_node *task);

#pragma clang assume_nonnull end
