#include "CMarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <string.h>

// Extensions change tables of special characters that all parsers of the process share while one of them runs, and
// their registry is filled without a lock.
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

static cmark_node *parse(const char *text, size_t size) {
    static const char *const names[] = {"table", "strikethrough", "tasklist", "autolink"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
    if (!parser) return NULL;
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        cmark_syntax_extension *extension = cmark_find_syntax_extension(names[index]);
        if (extension) cmark_parser_attach_syntax_extension(parser, extension);
    }
    cmark_parser_feed(parser, text, size);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    // A character may be made of parts that stand in several text nodes.
    if (root) cmark_consolidate_text_nodes(root);
    return root;
}

cmark_node *ai1_markdown_parse(const char *text, size_t size) {
    pthread_mutex_lock(&parsing);
    cmark_node *root = parse(text, size);
    pthread_mutex_unlock(&parsing);
    return root;
}

static ai1_markdown_kind extension_kind(cmark_node *node) {
    static const struct {
        const char *name;
        ai1_markdown_kind kind;
    } kinds[] = {
        {"table", ai1_markdown_table},           {"table_header", ai1_markdown_table_header},
        {"table_row", ai1_markdown_table_row},   {"table_cell", ai1_markdown_table_cell},
        {"strikethrough", ai1_markdown_strike},  {"tasklist", ai1_markdown_task},
    };
    const char *name = cmark_node_get_type_string(node);
    for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index++) {
        if (!strcmp(name, kinds[index].name)) return kinds[index].kind;
    }
    return cmark_node_get_type(node) == CMARK_NODE_ITEM ? ai1_markdown_item : ai1_markdown_other;
}

ai1_markdown_kind ai1_markdown_node_kind(cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return ai1_markdown_document;
    case CMARK_NODE_BLOCK_QUOTE: return ai1_markdown_quote;
    case CMARK_NODE_LIST: return ai1_markdown_list;
    case CMARK_NODE_CODE_BLOCK: return ai1_markdown_code_block;
    case CMARK_NODE_HTML_BLOCK: return ai1_markdown_html_block;
    case CMARK_NODE_PARAGRAPH: return ai1_markdown_paragraph;
    case CMARK_NODE_HEADING: return ai1_markdown_heading;
    case CMARK_NODE_THEMATIC_BREAK: return ai1_markdown_rule;
    case CMARK_NODE_TEXT: return ai1_markdown_text;
    case CMARK_NODE_SOFTBREAK: return ai1_markdown_soft_break;
    case CMARK_NODE_LINEBREAK: return ai1_markdown_hard_break;
    case CMARK_NODE_CODE: return ai1_markdown_code;
    case CMARK_NODE_HTML_INLINE: return ai1_markdown_html;
    case CMARK_NODE_EMPH: return ai1_markdown_emphasis;
    case CMARK_NODE_STRONG: return ai1_markdown_strong;
    case CMARK_NODE_LINK: return ai1_markdown_link;
    case CMARK_NODE_IMAGE: return ai1_markdown_image;
    default: return extension_kind(node);
    }
}

uint8_t ai1_markdown_alignment(cmark_node *table, size_t column) {
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    return alignments && column < cmark_gfm_extensions_get_table_columns(table) ? alignments[column] : 0;
}

bool ai1_markdown_is_checked(cmark_node *task) { return cmark_gfm_extensions_get_tasklist_item_checked(task); }
