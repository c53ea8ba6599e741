#pragma once

#include "CReadline.h"
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/* What readline's callbacks cannot be handed. */
struct ai1_readline_state {
    struct ai1_readline_owner owner;
    int is_open;
    char *name;
    char *terminal;
    FILE *input;
    FILE *output;
    char *text;
    size_t text_size;
    /* The locale of LC_CTYPE; readline takes the environment's anew for every line. */
    const char *locale;
    char **matches;
    size_t match_count;
};

extern struct ai1_readline_state ai1_editor;

/* Gives keys their functions in every keymap, where the user's inputrc has not given them another. */
void ai1_readline_bind_keys(void);
/* Names that an inputrc may bind. */
void ai1_readline_name_functions(void);
char **ai1_readline_complete(const char *word, int start, int end);
void ai1_readline_show_matches(char **matches, int count, int longest);
