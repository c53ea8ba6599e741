/// The torture file at 40 columns, as it was read in tmux and found good.
enum MarkdownSnapshot40 {
    static let rows = ##"""
        # Title with `code`

        Intro with bold, italic, both,
        ~~gone~~, `code span`, a link
        (https://example.com/a_b),
        https://auto.link/x, www.bare.com, an
        [image: image] (pic.png), & © and about
        ~5 to ~7. Some <b>inline html</b> and a
        footnote[^1].

        Raw red , entities red, bidi abc x.

        ## Lists
        • one
        • two goes on here with rather a lot of
          words so that it wraps around at the
          edge of the terminal
          • nested a
            • deeper
               1. numbered
               2. second

                  a paragraph in it
          • nested b

        • loose now

         8. eight
         9. nine
              let x = 1 // note
        10. is the tenth

        [x] done
        [ ] open task

        ## Setext heading

        ### Table
        Name       Qty        Description
        ─────────  ───  ───────────────────────
        Apple        3       A round fruit
        日本語      12  ideographs 中文字 wide
        👩‍👩‍👧‍👦 family    1  `code` cell with a long
                         description that will
                           surely need to be
                           wrapped somewhere

        One: alphabet
        Two: beta
        Three: gamma rays
        Four: delta
        Five: epsilon
        Six: zeta
        Seven: eta

        One: 1
        Three: 3
        Four: 4
        Five: 5
        Six: 6
        Seven: 7

        │ A quote with emphasis
        │ • and a list
        │
        │ │ nested quote

        ───────────────────────────────────────

          def f(x: int) -> str:
              """doc
              string"""
              return f"value {x}" + 'a very lon
        » g line of code that goes on and on be
        » yond the eighty columns of it' # c

          fn main<'a>(s: &'a str) { let c = 'x'
        » ; } /* a /* nested */ end */ let n = 
        » 0xFF_u32;

          {"key": "value", "n": [1, 2.5e3, true
        » ]}

          --- a/x
          +++ b/x
          @@ -1 +1 @@
          -old
          +new

          SELECT * FROM users WHERE name = 'O''
        » Brien' -- comment

          <!-- c --><a href="x">t</a>

        <div class="x">
          literal html
        </div>

        Emoji 👍🏽 ❤️ 🇩🇪🇫🇷 👨‍💻 and é; 한국어
        문장은 단어 사이에 공백이 있고 자모
        각도 있다. 这是一个很长的中文句子，没有
        空格，需要在终端的边缘换行。标点符号不
        应该出现在行首，对吧？是的。

        012345678901234567890123456789012345678
        901234567890123456789012345678901234567
        890123456789012345678901234567890123456
        789012345678901234567890123456789012345
        678901234567890123456789012345678901234
        567890123456789012345678901234567890123
        456789012345678901234567890123456789012
        345678901234567890123456789012345678901
        234567890123456789012345678901234567890
        123456789012345678901234567890123456789
        012345678901234567890123456789012345678
        901234567890123456789012345678901234567
        89012345678901234567890123456789

        [^1]: https://note.example
        [ref]: /url "t"

              tab and the end
        """##
}
