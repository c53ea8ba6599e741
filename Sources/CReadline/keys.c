#define _GNU_SOURCE
#include "state.h"
#include <stdlib.h>
#include <string.h>

static int edit(int count, int key) {
    (void)count;
    (void)key;
    ai1_editor.owner.edit(ai1_editor.owner.context);
    return 0;
}

static int add_line(int count, int key) {
    (void)count;
    (void)key;
    /* A line taller than the screen cannot be drawn. */
    if (ai1_editor.owner.may_grow(ai1_editor.owner.context)) rl_insert_text("\n");
    else ai1_readline_bell();
    return 0;
}

static int enter(int count, int key) {
    size_t before;
    switch (ai1_editor.owner.enter(ai1_editor.owner.context)) {
    case AI1_ENTER_NEWLINE: return add_line(count, key);
    case AI1_ENTER_KEEP: return rl_newline(count, key);
    case AI1_ENTER_ERASE: break;
    }
    rl_clear_visible_line();
    /* What readline writes to leave the line is not to be seen. */
    ai1_readline_output(&before);
    rl_newline(count, key);
    ai1_readline_output_cut(before);
    rl_on_new_line();
    return 0;
}

void ai1_readline_name_functions(void) {
    rl_add_defun("ai1-edit", edit, -1);
    rl_add_defun("ai1-add-line", add_line, -1);
    rl_add_defun("ai1-enter", enter, -1);
}

/* Binds a sequence unless the inputrc has bound it to something else than readline itself does. */
static void bind(Keymap map, const char *sequence, rl_command_func_t *function, rl_command_func_t *usual) {
    int type = ISFUNC;
    rl_command_func_t *bound = rl_function_of_keyseq_len(sequence, strlen(sequence), map, &type);
    if (type != ISFUNC) return;
    if (bound && bound != usual && bound != rl_insert) return;
    char octal[64] = "";
    /* Key sequences are given in the notation of an inputrc, where every octet can be written in octal. */
    size_t used = 0;
    for (const char *byte = sequence; *byte && used + 5 < sizeof octal; byte++)
        used += (size_t)snprintf(octal + used, sizeof octal - used, "\\%03o", (unsigned char)*byte);
    rl_bind_keyseq_in_map(octal, function, map);
}

void ai1_readline_bind_keys(void) {
    static const char *const names[] = {"emacs-standard", "vi-insert", "vi-command"};
    /* Alt-Enter, and Alt-, Shift- and Ctrl-Enter of terminals that tell them apart (xterm's modifyOtherKeys; CSI u). */
    static const char *const lines[] = {"\033[27;3;13~", "\033[27;2;13~", "\033[27;5;13~",
                                        "\033[13;3u",    "\033[13;2u",    "\033[13;5u"};
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        Keymap map = rl_get_keymap_by_name(names[index]);
        if (!map) continue;
        bind(map, "\r", enter, rl_newline);
        bind(map, "\n", enter, rl_newline);
        bind(map, "\017", edit, rl_operate_and_get_next);
        /* Escape alone has a meaning for vi's commands, which a longer sequence would delay. */
        if (index == 2) continue;
        for (size_t line = 0; line < sizeof lines / sizeof *lines; line++) bind(map, lines[line], add_line, NULL);
        if (index == 0) {
            bind(map, "\033\r", add_line, rl_vi_editing_mode);
            bind(map, "\033\n", add_line, rl_vi_editing_mode);
        }
    }
}

static void free_matches(void) {
    for (size_t index = 0; index < ai1_editor.match_count; index++) free(ai1_editor.matches[index]);
    free(ai1_editor.matches);
    ai1_editor.matches = NULL;
    ai1_editor.match_count = 0;
}

void ai1_readline_match(const char *text) {
    /* One place before the candidates for what they have in common, one behind for the end. */
    char **grown = realloc(ai1_editor.matches, (ai1_editor.match_count + 3) * sizeof *grown);
    if (!grown) return;
    ai1_editor.matches = grown;
    if (ai1_editor.match_count == 0) {
        if (!(grown[0] = strdup(""))) return;
        ai1_editor.match_count = 1;
    }
    char *copy = strdup(text);
    if (copy) grown[ai1_editor.match_count++] = copy;
}

/* The beginning that all candidates share, cut between characters; never less than was typed. */
static char *common(const char *word) {
    char **matches = ai1_editor.matches;
    size_t length = strlen(matches[1]);
    for (size_t index = 2; index < ai1_editor.match_count; index++) {
        size_t same = 0;
        while (same < length && matches[index][same] == matches[1][same]) same++;
        length = same;
    }
    while (length > 0 && ((unsigned char)matches[1][length] & 0xC0) == 0x80) length--;
    if (length < strlen(word) || strncmp(matches[1], word, strlen(word)) != 0) return strdup(word);
    return strndup(matches[1], length);
}

char **ai1_readline_complete(const char *word, int start, int end) {
    (void)end;
    rl_attempted_completion_over = 1;
    free_matches();
    ai1_editor.owner.complete(ai1_editor.owner.context, start);
    if (ai1_editor.match_count < 2) {
        free_matches();
        return NULL;
    }
    char **matches = ai1_editor.matches;
    free(matches[0]);
    if (ai1_editor.match_count == 2) {
        matches[0] = matches[1];
        matches[1] = NULL;
        size_t length = strlen(matches[0]);
        char last = length ? matches[0][length - 1] : 0;
        rl_completion_suppress_append = last == '/' || last == ' ' || last == '=';
    } else {
        matches[0] = common(word);
        matches[ai1_editor.match_count] = NULL;
    }
    ai1_editor.matches = NULL;
    ai1_editor.match_count = 0;
    return matches;
}

void ai1_readline_show_matches(char **matches, int count, int longest) {
    (void)longest;
    ai1_editor.owner.show(ai1_editor.owner.context, matches + 1, count);
}
