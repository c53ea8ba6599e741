/// What a terminal must survive and show well.
enum MarkdownTorture {
    static let text = #"""
        # Title *with* `code`

        Intro with **bold**, *italic*, ***both***, ~~gone~~, `code span`, a [link](https://example.com/a_b), <https://auto.link/x>,
        www.bare.com, an ![image](pic.png), &amp; &copy; and about ~5 to ~7. Some <b>inline html</b> and a footnote[^1].
        """# + "\n\n"
        + "Raw \u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7}\u{9B}2J, entities &#27;[31mred&#x202e;, bidi \u{202E}abc\u{202C} \u{2066}x\u{2069}.\n\n"
            + #"""
            ## Lists
            - one
            - two
              goes on here with rather a lot of words so that it wraps around at the edge of the terminal
              - nested **a**
                - deeper
                  1. numbered
                  2. second

                     a paragraph in it
              - nested b

            - loose now

            8. eight
            9. nine
               ```swift
               let x = 1 // note
               ```
            11. is the tenth

            - [x] done
            - [ ] open task

            Setext heading
            --------------

            ### Table
            | Name | Qty | Description |
            |:-----|----:|:-----------:|
            | Apple | 3 | A **round** fruit |
            | 日本語 | 12 | ideographs 中文字 wide |
            | 👩‍👩‍👧‍👦 family | 1 | `code` cell with a long description that will surely need to be wrapped somewhere |

            | One | Two | Three | Four | Five | Six | Seven |
            |---|---|---|---|---|---|---|
            | alphabet | beta | gamma rays | delta | epsilon | zeta | eta |
            | 1 | | 3 | 4 | 5 | 6 | 7 |

            > A quote with *emphasis*
            > - and a list
            >
            > > nested quote

            ---

            ```python
            def f(x: int) -> str:
                """doc
                string"""
                return f"value {x}" + 'a very long line of code that goes on and on beyond the eighty columns of it' # c
            ```

            ```rust
            fn main<'a>(s: &'a str) { let c = 'x'; } /* a /* nested */ end */ let n = 0xFF_u32;
            ```

            ```json
            {"key": "value", "n": [1, 2.5e3, true]}
            ```

            ```diff
            --- a/x
            +++ b/x
            @@ -1 +1 @@
            -old
            +new
            ```

            ```sql
            SELECT * FROM users WHERE name = 'O''Brien' -- comment
            ```

            ```html
            <!-- c --><a href="x">t</a>
            ```

            <div class="x">
              literal html
            </div>

            Emoji 👍🏽 ❤️ 🇩🇪🇫🇷 👨‍💻 and e\#u{301}; 한국어 문장은 단어 사이에 공백이 있고 자모 각도 있다.
            这是一个很长的中文句子，没有空格，需要在终端的边缘换行。标点符号不应该出现在行首，对吧？是的。

            """# + "\n" + String(repeating: "0123456789", count: 50) + "\n\n"
            + #"""
            [^1]: https://note.example
            [ref]: /url "t"

            ```unclosed
            \#ttab and the end
            """#
}
