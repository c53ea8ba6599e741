/// The torture file at 80 columns, as it was read in tmux and found good.
enum MarkdownSnapshot80 {
    static let rows = ##"""
        # Title with `code`

        Intro with bold, italic, both, ~~gone~~, `code span`, a link
        (https://example.com/a_b), https://auto.link/x, www.bare.com, an [image: image]
        (pic.png), & © and about ~5 to ~7. Some <b>inline html</b> and a footnote[^1].

        Raw red , entities red, bidi abc x.

        ## Lists
        • one
        • two goes on here with rather a lot of words so that it wraps around at the
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
        Name       Qty                            Description
        ─────────  ───  ───────────────────────────────────────────────────────────────
        Apple        3                           A round fruit
        日本語      12                      ideographs 中文字 wide
        👩‍👩‍👧‍👦 family    1  `code` cell with a long description that will surely need to be
                                               wrapped somewhere

        One       Two   Three       Four   Five     Six   Seven
        ────────  ────  ──────────  ─────  ───────  ────  ─────
        alphabet  beta  gamma rays  delta  epsilon  zeta  eta
        1               3           4      5        6     7

        │ A quote with emphasis
        │ • and a list
        │
        │ │ nested quote

        ────────────────────────────────────────────────────────────

          def f(x: int) -> str:
              """doc
              string"""
              return f"value {x}" + 'a very long line of code that goes on and on beyon
        » d the eighty columns of it' # c

          fn main<'a>(s: &'a str) { let c = 'x'; } /* a /* nested */ end */ let n = 0xF
        » F_u32;

          {"key": "value", "n": [1, 2.5e3, true]}

          --- a/x
          +++ b/x
          @@ -1 +1 @@
          -old
          +new

          SELECT * FROM users WHERE name = 'O''Brien' -- comment

          <!-- c --><a href="x">t</a>

        <div class="x">
          literal html
        </div>

        Emoji 👍🏽 ❤️ 🇩🇪🇫🇷 👨‍💻 and é; 한국어 문장은 단어 사이에 공백이 있고 자모 각도
        있다. 这是一个很长的中文句子，没有空格，需要在终端的边缘换行。标点符号不应该出
        现在行首，对吧？是的。

        0123456789012345678901234567890123456789012345678901234567890123456789012345678
        9012345678901234567890123456789012345678901234567890123456789012345678901234567
        8901234567890123456789012345678901234567890123456789012345678901234567890123456
        7890123456789012345678901234567890123456789012345678901234567890123456789012345
        6789012345678901234567890123456789012345678901234567890123456789012345678901234
        5678901234567890123456789012345678901234567890123456789012345678901234567890123
        45678901234567890123456789

        [^1]: https://note.example
        [ref]: /url "t"

              tab and the end
        """##

    /// With colour; `␛` for the escape.
    static let coloured = ##"""
        ␛[2m# ␛[0m␛[1mTitle ␛[0m␛[1;3mwith ␛[0m␛[1;36mcode␛[0m

        Intro with ␛[1mbold␛[0m, ␛[3mitalic␛[0m, ␛[1;3mboth␛[0m, ␛[2m~~gone~~␛[0m, ␛[36mcode span␛[0m, a ␛[4mlink␛[0m
        ␛[2m(https://example.com/a_b)␛[0m, ␛[4mhttps://auto.link/x␛[0m, ␛[4mwww.bare.com␛[0m, an [image: image]
        ␛[2m(pic.png)␛[0m, & © and about ~5 to ~7. Some ␛[2m<b>␛[0minline html␛[2m</b> ␛[0mand a footnote[^1].

        Raw red , entities red, bidi abc x.

        ␛[2m## ␛[0m␛[1mLists␛[0m
        • one
        • two goes on here with rather a lot of words so that it wraps around at the
          edge of the terminal
          • nested ␛[1ma␛[0m
            • deeper
               1. numbered
               2. second

                  a paragraph in it
          • nested b

        • loose now

         8. eight
         9. nine
              ␛[1mlet␛[0m x = ␛[36m1 ␛[0m␛[2m// note␛[0m
        10. is the tenth

        [x] done
        [ ] open task

        ␛[2m## ␛[0m␛[1mSetext heading␛[0m

        ␛[2m### ␛[0m␛[1mTable␛[0m
        ␛[1mName       Qty                            Description␛[0m
        ␛[2m─────────  ───  ───────────────────────────────────────────────────────────────␛[0m
        Apple        3                           A ␛[1mround ␛[0mfruit
        日本語      12                      ideographs 中文字 wide
        👩‍👩‍👧‍👦 family    1   ␛[36mcode ␛[0mcell with a long description that will surely need to be
                                               wrapped somewhere

        ␛[1mOne       Two   Three       Four   Five     Six   Seven␛[0m
        ␛[2m────────  ────  ──────────  ─────  ───────  ────  ─────␛[0m
        alphabet  beta  gamma rays  delta  epsilon  zeta  eta
        1               3           4      5        6     7

        ␛[2m│ ␛[0mA quote with ␛[3memphasis␛[0m
        ␛[2m│ ␛[0m• and a list
        ␛[2m│␛[0m
        ␛[2m│ │ ␛[0mnested quote

        ␛[2m────────────────────────────────────────────────────────────␛[0m

          ␛[1mdef␛[0m f(x: int) -> str:
              ␛[32m"""doc␛[0m
          ␛[32m    string"""␛[0m
              ␛[1mreturn␛[0m f␛[32m"value {x}"␛[0m + ␛[32m'a very long line of code that goes on and on beyon␛[0m
        ␛[2m» ␛[0m␛[32md the eighty columns of it' ␛[0m␛[2m# c␛[0m

          ␛[1mfn␛[0m main<'a>(s: &'a ␛[1mstr␛[0m) { ␛[1mlet␛[0m c = ␛[32m'x'␛[0m; } ␛[2m/* a /* nested */ end */ ␛[0m␛[1mlet␛[0m n = ␛[36m0xF␛[0m
        ␛[2m» ␛[0m␛[36mF_u32␛[0m;

          {"key": ␛[32m"value"␛[0m, "n": [␛[36m1␛[0m, ␛[36m2.5e3␛[0m, ␛[1mtrue␛[0m]}

          ␛[1m--- a/x␛[0m
          ␛[1m+++ b/x␛[0m
          ␛[36m@@ -1 +1 @@␛[0m
          ␛[31m-old␛[0m
          ␛[32m+new␛[0m

          ␛[1mSELECT␛[0m * ␛[1mFROM␛[0m users ␛[1mWHERE␛[0m name = ␛[32m'O''Brien' ␛[0m␛[2m-- comment␛[0m

          ␛[2m<!-- c -->␛[0m<␛[1ma␛[0m href=␛[32m"x"␛[0m>t<␛[1m/a␛[0m>

        ␛[2m<div class="x">␛[0m
          ␛[2mliteral html␛[0m
        ␛[2m</div>␛[0m

        Emoji 👍🏽 ❤️ 🇩🇪🇫🇷 👨‍💻 and é; 한국어 문장은 단어 사이에 공백이 있고 자모 각도
        있다. 这是一个很长的中文句子，没有空格，需要在终端的边缘换行。标点符号不应该出
        现在行首，对吧？是的。

        0123456789012345678901234567890123456789012345678901234567890123456789012345678
        9012345678901234567890123456789012345678901234567890123456789012345678901234567
        8901234567890123456789012345678901234567890123456789012345678901234567890123456
        7890123456789012345678901234567890123456789012345678901234567890123456789012345
        6789012345678901234567890123456789012345678901234567890123456789012345678901234
        5678901234567890123456789012345678901234567890123456789012345678901234567890123
        45678901234567890123456789

        [^1]: ␛[4mhttps://note.example␛[0m
        [ref]: /url "t"

              tab and the end
        """##
}
