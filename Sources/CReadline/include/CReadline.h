// GNU readline behind a few functions. Its state is global by nature, so there is one editor in a process at a time,
// and every function here is called on one and the same thread.
#pragma once

#include <stddef.h>

#pragma clang assume_nonnull begin

/// What Enter does: accepts the line and leaves it on the screen, accepts it and takes it off, or adds a line.
enum ai1_enter { AI1_ENTER_KEEP, AI1_ENTER_ERASE, AI1_ENTER_NEWLINE };

/// What the editor asks its owner. Every function is called with `context`, while a key is being worked on.
struct ai1_readline_owner {
    void *context;
    /// The next octet of input; waits for it. -1 at the end of input.
    int (*key)(void *context);
    /// Whether a further octet is there or comes within so many microseconds.
    int (*has_key)(void *context, int microseconds);
    /// Enter was pressed.
    enum ai1_enter (*enter)(void *context);
    /// A line was accepted; null at the end of input.
    void (*line)(void *context, const char *_Nullable text);
    /// The key for the editor was pressed.
    void (*edit)(void *context);
    /// Whether one more row of input fits on the screen.
    int (*may_grow)(void *context);
    /// The line is about to be drawn and may be replaced.
    void (*draw)(void *context);
    /// Candidates for the word from `start` to the cursor: each is handed to ai1_readline_match.
    void (*complete)(void *context, int start);
    /// Candidates to be shown; `count` of them.
    void (*show)(void *context, char *_Nonnull *_Nonnull candidates, int count);
};

/// Sets readline up: the user's inputrc is read, keys get their functions, output is gathered.
/// `name` is what `$if` in an inputrc compares with. 0, or an errno; EBUSY when there is an editor already.
int ai1_readline_open(const struct ai1_readline_owner *owner, int input, const char *name, const char *terminal);
/// Gives everything back but the terminal's settings, which ai1_readline_release must have given back before.
void ai1_readline_close(void);

/// Sets the terminal for editing, or back to what it was.
void ai1_readline_take(void);
void ai1_readline_release(void);

/// Shows the first prompt. `prompt` has readline's marks around what takes no columns.
void ai1_readline_start(const char *prompt);
/// Works on one key.
void ai1_readline_key(void);

/// Octets that were written since the last cut; valid until the next call.
const char *ai1_readline_output(size_t *count);
void ai1_readline_output_cut(size_t count);
void ai1_readline_write(const char *bytes, size_t count);

/// The line under edit, its length and the cursor in octets, and the text before it as it is shown now.
const char *ai1_readline_line(void);
int ai1_readline_length(void);
int ai1_readline_cursor(void);
const char *ai1_readline_shown_prompt(void);
/// The rows that the input takes, and the row of the cursor in them, from 0.
int ai1_readline_rows(void);
int ai1_readline_cursor_row(void);
/// Whether keys go to a search or to an unfinished command instead of the line.
int ai1_readline_is_searching(void);

/// Ends a search or an unfinished command.
void ai1_readline_settle(void);
/// Replaces the line; what was there can be had back by undo.
void ai1_readline_set_line(const char *text, int cursor);
/// Forgets the line and its undo list.
void ai1_readline_drop_line(void);
void ai1_readline_insert(const char *text);
void ai1_readline_set_prompt(const char *prompt);
void ai1_readline_set_size(int rows, int columns);

/// Erases the input's rows; the cursor is then where they began.
void ai1_readline_erase(void);
/// Draws the input anew from the cursor's row on.
void ai1_readline_draw(void);
/// Draws what changed.
void ai1_readline_redraw(void);
/// Moves the cursor behind the last character of the input.
void ai1_readline_move_to_end(void);
void ai1_readline_bell(void);

/// One more candidate of the completion under way.
void ai1_readline_match(const char *text);

void ai1_readline_limit_history(int entries);
void ai1_readline_add_history(const char *text);
/// Lines beyond the last one of the history: the next line to edit is a new one.
void ai1_readline_end_history(void);

/// Whether pastes come in brackets (DECSET 2004): not where the user switched that off.
int ai1_readline_brackets_pastes(void);

#pragma clang assume_nonnull end
