#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "CDocument.h"

#include <dlfcn.h>
#include <string.h>

// The beginning of libxml2's xmlNode, and of its xmlAttr up to `document`, as libxml/tree.h has them in every version since
// 2.0. They are written down here so that its headers, and what those bring along, are not needed to build.
typedef struct node node;
struct node {
    void *private_data;
    int type;
    const char *name;
    node *children, *last, *parent, *next, *previous;
    void *document;
    void *name_space;
    const char *content;
    const node *properties;
};

enum { ELEMENT_NODE = 1, TEXT_NODE = 3, CDATA_SECTION_NODE = 4 };

// htmlParserOption: what is wrong is read as well as can be, nothing is printed, nothing is fetched, no DTD is added.
enum { RECOVER = 1 << 0, NO_DEFAULT_DTD = 1 << 2, NO_ERROR = 1 << 5, NO_WARNING = 1 << 6, NO_NET = 1 << 11 };

static const char *attribute(const node *node, const char *name) {
    for (const struct node *found = node->properties; found; found = found->next)
        if (found->name && strcmp(found->name, name) == 0 && found->children && found->children->content)
            return found->children->content;
    return NULL;
}

static const char *value(const node *node) {
    if (strcmp(node->name, "a") == 0) return attribute(node, "href");
    if (strcmp(node->name, "img") == 0) return attribute(node, "alt");
    return NULL;
}

// Without recursion: a stranger decides how deep a document is.
static void walk(const node *root, ai1_html_visit visit, void *context) {
    const struct node *node = root;
    while (node) {
        if (node->type == ELEMENT_NODE && node->name) {
            visit(context, AI1_HTML_OPEN, node->name, value(node));
            if (node->children) {
                node = node->children;
                continue;
            }
            visit(context, AI1_HTML_CLOSE, node->name, NULL);
        } else if ((node->type == TEXT_NODE || node->type == CDATA_SECTION_NODE) && node->content) {
            visit(context, AI1_HTML_TEXT, node->content, NULL);
        }
        while (node != root && !node->next) {
            node = node->parent;
            visit(context, AI1_HTML_CLOSE, node->name, NULL);
        }
        if (node == root) return;
        node = node->next;
    }
}

ai1_html_outcome ai1_html_read(
    const char *library, const char *bytes, int size, const char *encoding, ai1_html_visit visit, void *context) {
    // It stays open: what it registers at its start is not meant to be taken back.
    void *image = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    if (!image) return AI1_HTML_NO_LIBRARY;
    void (*start)(void);
    void *(*read_memory)(const char *, int, const char *, const char *, int);
    const node *(*root_element)(const void *);
    void (*free_document)(void *);
    *(void **)&start = dlsym(image, "xmlInitParser");
    *(void **)&read_memory = dlsym(image, "htmlReadMemory");
    *(void **)&root_element = dlsym(image, "xmlDocGetRootElement");
    *(void **)&free_document = dlsym(image, "xmlFreeDoc");
    if (!start || !read_memory || !root_element || !free_document) return AI1_HTML_NO_LIBRARY;
    start();
    void *document =
        read_memory(bytes, size, NULL, encoding, RECOVER | NO_ERROR | NO_WARNING | NO_NET | NO_DEFAULT_DTD);
    if (!document) return AI1_HTML_UNREADABLE;
    const node *root = root_element(document);
    if (root) walk(root, visit, context);
    free_document(document);
    return root ? AI1_HTML_READ : AI1_HTML_UNREADABLE;
}
