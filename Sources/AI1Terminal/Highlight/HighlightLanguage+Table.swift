extension HighlightLanguage {
    /// The languages, each a row. Tree-sitter's grammars and GNU source-highlight know more of each, but read their
    /// definitions from files at run time, which a single executable does not have beside it.
    static let all: [HighlightLanguage] = [
        HighlightLanguage(
            "swift",
            """
            actor any as associatedtype async await borrowing break case catch class consuming continue convenience
            default defer deinit do else enum extension fallthrough false fileprivate final for func get guard if import
            in indirect infix init inout internal is isolated lazy let macro mutating nil nonisolated nonmutating open
            operator override package postfix precedencegroup prefix private protocol public repeat required rethrows
            return self Self sending set some static struct subscript super switch throw throws true try typealias
            unowned var weak where while
            """, line: ["//"], comments: [.nestedComment], strings: [.tripleDouble, .double], word: "@#"),
        HighlightLanguage(
            "python py python3 pycon ipython",
            """
            False None True and as assert async await break case class continue def del elif else except finally for from
            global if import in is lambda match nonlocal not or pass raise return self try while with yield
            """, line: ["#"], strings: [.tripleDouble, .tripleSingle, .double, .single], word: "@"),
        HighlightLanguage(
            "javascript js jsx mjs cjs node typescript ts tsx mts",
            """
            abstract any as async await boolean break case catch class const continue debugger declare default delete do
            else enum export extends false finally for from function get if implements import in infer instanceof
            interface is keyof let namespace never new null number of private protected public readonly return set static
            string super switch this throw true try type typeof undefined unknown var void while with yield
            """, line: ["//"], comments: [.comment], strings: [.double, .single, .backtick], word: "$"),
        HighlightLanguage(
            "c h",
            """
            auto bool break case char const continue default do double else enum extern false float for goto if inline
            int long NULL nullptr register restrict return short signed sizeof static struct switch true typedef union
            unsigned void volatile while #define #elif #else #endif #if #ifdef #ifndef #include #pragma #undef
            """, line: ["//"], comments: [.comment], strings: [.double, .character], word: "#"),
        HighlightLanguage(
            "cpp c++ cc cxx hpp hh",
            """
            alignas alignof auto bool break case catch char class co_await co_return co_yield concept const consteval
            constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit export extern
            false final float for friend goto if inline int long mutable namespace new noexcept nullptr operator override
            private protected public reinterpret_cast requires return short signed sizeof static static_assert
            static_cast struct switch template this throw true try typedef typeid typename union unsigned using virtual
            void volatile while #define #elif #else #endif #if #ifdef #ifndef #include #pragma #undef
            """, line: ["//"], comments: [.comment], strings: [.double, .character], word: "#"),
        HighlightLanguage(
            "go golang",
            """
            any bool break byte case chan const continue default defer else error fallthrough false float64 for func go
            goto if import int int64 interface iota map nil package range return rune select string struct switch true
            type uint uint64 var
            """, line: ["//"], comments: [.comment],
            strings: [.double, .character, Quote("`", "`", escapes: false, lines: true)]),
        HighlightLanguage(
            "rust rs",
            """
            as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i32 i64 if impl
            in let loop match mod move mut pub ref return self Self static str struct super trait true type u8 u32 u64
            unsafe use usize where while
            """, line: ["//"], comments: [.nestedComment],
            strings: [Quote("\"", "\"", lines: true), .character]),
        HighlightLanguage(
            "java",
            """
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            false final finally float for goto if implements import instanceof int interface long native new null package
            permits private protected public record return sealed short static strictfp super switch synchronized this
            throw throws transient true try var void volatile while yield
            """, line: ["//"], comments: [.comment], strings: [.tripleDouble, .double, .character], word: "@"),
        HighlightLanguage(
            "kotlin kt kts",
            """
            abstract actual as break by catch class companion const constructor continue crossinline data do else enum
            expect external false final finally for fun get if import in infix init inline inner interface internal is
            lateinit null object open operator out override package private protected public reified return sealed set
            super suspend tailrec this throw true try typealias val var vararg when where while
            """, line: ["//"], comments: [.nestedComment], strings: [.tripleDouble, .double, .character], word: "@"),
        HighlightLanguage(
            "csharp cs c#",
            """
            abstract as async await base bool break byte case catch char class const continue decimal default delegate do
            double else enum event explicit extern false finally float for foreach get if implicit in int interface
            internal is lock long namespace new null object operator out override params private protected public
            readonly record ref return sealed set short sizeof static string struct switch this throw true try typeof
            uint ulong unsafe using var virtual void volatile when where while yield
            """, line: ["//"], comments: [.comment], strings: [.double, .character]),
        HighlightLanguage(
            "ruby rb",
            """
            BEGIN END alias and begin break case class def defined? do else elsif end ensure false for if in module next
            nil not or redo require rescue retry return self super then true undef unless until when while yield
            """, line: ["#"], needsBlank: true, strings: [.double, .single], word: "?@:"),
        HighlightLanguage(
            "php",
            """
            abstract and array as break case catch class const continue declare default do echo else elseif extends false
            final finally fn for foreach function global if implements include instanceof interface isset match namespace
            new null or print private protected public readonly require return static switch throw trait true try unset
            use var while yield
            """, line: ["//", "#"], comments: [.comment], word: "$"),
        HighlightLanguage(
            "bash sh shell zsh console shellsession",
            """
            break case continue declare do done elif else esac eval exec exit export fi for function if in local readonly
            return select set shift source then trap unset until while
            """, line: ["#"], needsBlank: true,
            strings: [Quote("\"", "\"", lines: true), Quote("'", "'", escapes: false, lines: true)], word: "-"),
        HighlightLanguage(
            "dockerfile docker containerfile",
            """
            ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME
            WORKDIR
            """, line: ["#"], needsBlank: true),
        HighlightLanguage(
            "make makefile mk", "define else endef endif export ifdef ifeq ifndef ifneq include override unexport",
            line: ["#"], needsBlank: true),
        HighlightLanguage(
            "json jsonc json5", "true false null", line: ["//"], comments: [.comment], strings: [.double], key: .colon),
        HighlightLanguage(
            "yaml yml", "true false null yes no on off", line: ["#"], needsBlank: true,
            strings: [.double, Quote("'", "'", escapes: false)], word: "-./", key: .colon),
        HighlightLanguage(
            "toml ini conf", "true false", line: ["#", ";"], needsBlank: true,
            strings: [.tripleDouble, .tripleSingle, .double, Quote("'", "'", escapes: false)], word: "-.", key: .equals),
        HighlightLanguage(
            "sql postgresql mysql sqlite",
            """
            add all alter and any as asc begin between by case cast check column commit constraint create cross database
            default delete desc distinct drop else end exists false foreign from full function grant group having if in
            index inner insert intersect into is join key left like limit not null offset on or order outer over partition
            primary references replace returning right rollback select set table then transaction trigger true union
            unique update using values view when where with
            """, ignoresCase: true, line: ["--"], comments: [.comment],
            strings: [Quote("'", "'", escapes: false, lines: true), Quote("\"", "\"", escapes: false)]),
        HighlightLanguage(
            "css scss less", "@charset @container @font-face @import @keyframes @layer @media @supports !important",
            comments: [.comment], word: "-@!", key: .colon),
        HighlightLanguage("html xml svg xhtml vue plist", form: .markup),
        HighlightLanguage("diff patch udiff", form: .difference),
    ]
}
