#define _GNU_SOURCE
#include "state.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of readline's display, not in its header: the last row of what is shown, the cursor's row, and whether characters are
   taken to be UTF-8. */
extern int _rl_vis_botlin;
extern int _rl_last_v_pos;
extern int _rl_utf8locale;

struct ai1_readline_state ai1_editor;

static int next_key(FILE *stream) {
    (void)stream;
    int key = ai1_editor.owner.key(ai1_editor.owner.context);
    return key < 0 ? EOF : key;
}

static int has_key(void) {
    /* A negative value changes nothing and tells how long readline means to wait. */
    return ai1_editor.owner.has_key(ai1_editor.owner.context, rl_set_keyboard_input_timeout(-1));
}

static void draw(void) {
    ai1_editor.owner.draw(ai1_editor.owner.context);
    rl_redisplay();
}

static void accepted(char *line) {
    ai1_editor.owner.line(ai1_editor.owner.context, line);
    free(line);
}

/* Input is UTF-8, whatever the environment says: widths and steps of the cursor come from LC_CTYPE. */
static void set_locale(void) {
    setlocale(LC_CTYPE, "");
    const char *codeset = nl_langinfo(CODESET);
    ai1_editor.locale = "";
    if (strcmp(codeset, "UTF-8") == 0) return;
    ai1_editor.locale = "C.UTF-8";
    if (!setlocale(LC_CTYPE, ai1_editor.locale)) setlocale(LC_CTYPE, ai1_editor.locale = "en_US.UTF-8");
}

static int begin_line(void) {
    setlocale(LC_CTYPE, ai1_editor.locale);
    _rl_utf8locale = 1;
    return 0;
}

/* Of terminfo, by its old name; <term.h> defines many short macros. */
extern int tgetent(char *buffer, const char *name);

/* A terminal that the database does not know is taken for one that understands what nearly all do. */
static const char *known_terminal(const char *name) {
    char buffer[4096];
    if (*name == 0 || tgetent(buffer, name) > 0) return name;
    static const char *const usual[] = {"xterm-256color", "xterm", "vt100"};
    for (size_t index = 0; index < sizeof usual / sizeof *usual; index++)
        if (tgetent(buffer, usual[index]) > 0) return usual[index];
    return name;
}

/* The terminal stays prepared from one line to the next; its settings change in ai1_readline_take and _release only. */
static void keep_prepared(int meta) { (void)meta; }
static void keep_released(void) {}

int ai1_readline_open(const struct ai1_readline_owner *owner, int input, const char *name, const char *terminal) {
    if (ai1_editor.is_open) return EBUSY;
    int descriptor = fcntl(input, F_DUPFD_CLOEXEC, 3);
    if (descriptor < 0) return errno;
    ai1_editor.input = fdopen(descriptor, "r");
    ai1_editor.output = open_memstream(&ai1_editor.text, &ai1_editor.text_size);
    if (!ai1_editor.input || !ai1_editor.output) {
        int code = errno;
        if (ai1_editor.input) fclose(ai1_editor.input);
        else close(descriptor);
        if (ai1_editor.output) fclose(ai1_editor.output);
        return code;
    }
    ai1_editor.owner = *owner;
    ai1_editor.is_open = 1;
    set_locale();
    ai1_editor.name = strdup(name);
    ai1_editor.terminal = strdup(known_terminal(terminal));
    rl_readline_name = ai1_editor.name;
    rl_terminal_name = ai1_editor.terminal;
    rl_instream = ai1_editor.input;
    rl_outstream = ai1_editor.output;
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_getc_function = next_key;
    rl_input_available_hook = has_key;
    rl_startup_hook = begin_line;
    rl_prep_term_function = keep_prepared;
    rl_deprep_term_function = keep_released;
    rl_attempted_completion_function = ai1_readline_complete;
    rl_completion_display_matches_hook = ai1_readline_show_matches;
    rl_completer_word_break_characters = " \t\n";
    ai1_readline_name_functions();
    /* Before the inputrc is read, which may want it otherwise. */
    rl_variable_bind("show-all-if-ambiguous", "on");
    rl_initialize();
    begin_line();
    /* Not earlier: readline would not look at what the terminal can do. */
    rl_redisplay_function = draw;
    rl_variable_bind("input-meta", "on");
    rl_variable_bind("output-meta", "on");
    rl_variable_bind("convert-meta", "off");
    ai1_readline_bind_keys();
    using_history();
    return 0;
}

void ai1_readline_close(void) {
    if (!ai1_editor.is_open) return;
    rl_callback_handler_remove();
    rl_clear_history();
    unstifle_history();
    rl_instream = NULL;
    rl_outstream = NULL;
    rl_readline_name = "other";
    rl_terminal_name = NULL;
    free(ai1_editor.name);
    free(ai1_editor.terminal);
    fclose(ai1_editor.input);
    fclose(ai1_editor.output);
    free(ai1_editor.text);
    memset(&ai1_editor, 0, sizeof ai1_editor);
}

void ai1_readline_take(void) { rl_prep_terminal(1); }

void ai1_readline_release(void) {
    /* It would write a line feed after the end of input. */
    rl_eof_found = 0;
    rl_deprep_terminal();
}

void ai1_readline_start(const char *prompt) { rl_callback_handler_install(prompt, accepted); }

void ai1_readline_key(void) { rl_callback_read_char(); }

const char *ai1_readline_output(size_t *count) {
    fflush(ai1_editor.output);
    *count = (size_t)ftello(ai1_editor.output);
    return ai1_editor.text;
}

void ai1_readline_output_cut(size_t count) {
    fflush(ai1_editor.output);
    fseeko(ai1_editor.output, (off_t)count, SEEK_SET);
}

void ai1_readline_write(const char *bytes, size_t count) { fwrite(bytes, 1, count, ai1_editor.output); }

const char *ai1_readline_line(void) { return rl_line_buffer; }
int ai1_readline_length(void) { return rl_end; }
int ai1_readline_cursor(void) { return rl_point; }
const char *ai1_readline_shown_prompt(void) { return rl_display_prompt ? rl_display_prompt : ""; }
int ai1_readline_rows(void) { return _rl_vis_botlin + 1; }
int ai1_readline_cursor_row(void) { return _rl_last_v_pos; }

int ai1_readline_is_searching(void) {
    return RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_MULTIKEY | RL_STATE_NUMERICARG |
                      RL_STATE_CHARSEARCH | RL_STATE_VIMOTION) != 0;
}

void ai1_readline_settle(void) { rl_callback_sigcleanup(); }

void ai1_readline_set_line(const char *text, int cursor) {
    rl_begin_undo_group();
    rl_delete_text(0, rl_end);
    rl_point = 0;
    rl_insert_text(text);
    rl_end_undo_group();
    if (cursor < rl_end) rl_point = cursor;
}

void ai1_readline_drop_line(void) {
    rl_free_undo_list();
    rl_replace_line("", 1);
    rl_point = rl_end = 0;
    rl_mark = 0;
}

void ai1_readline_insert(const char *text) { rl_insert_text(text); }
void ai1_readline_set_prompt(const char *prompt) { rl_set_prompt(prompt); }
void ai1_readline_set_size(int rows, int columns) { rl_set_screen_size(rows, columns); }

void ai1_readline_erase(void) { rl_clear_visible_line(); }

void ai1_readline_draw(void) {
    rl_on_new_line();
    draw();
}

void ai1_readline_redraw(void) { draw(); }

void ai1_readline_move_to_end(void) {
    rl_point = rl_end;
    draw();
}

void ai1_readline_bell(void) { fputc('\a', ai1_editor.output); }

void ai1_readline_limit_history(int entries) { stifle_history(entries); }

void ai1_readline_add_history(const char *text) {
    HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
    if (!last || strcmp(last->line, text) != 0) add_history(text);
    using_history();
}

void ai1_readline_end_history(void) { using_history(); }

int ai1_readline_brackets_pastes(void) {
    const char *value = rl_variable_value("enable-bracketed-paste");
    return value && strcmp(value, "on") == 0;
}
