/* grammar.y: formulas, from tokens to a tree as written (written.h). What a name followed by parentheses means,
 * and which letters make one name, is decided later, with the whole document known.
 */
%code requires {
#include "check/reading/build.h"
}
%code {
int grammar_yylex(GRAMMAR_YYSTYPE *value, struct range *where, struct parser *parser);
static void grammar_yyerror(const struct range *where, struct parser *parser, const char *text);
}
%define api.pure full
%define api.prefix {grammar_yy}
%define parse.error custom
%param { struct parser *parser }
%define api.value.type union
%locations
%define api.location.type {struct range}

%token BAD QUAD CASES ENDCASES MATRIX ENDMATRIX ROW INDICATOR DIFF FRAC SUM UNDERBRACE NABLA PDV ENDBAR NORM ENDNORM LANGLE RANGLE ADDTO TAKEFROM
%token LBRACE "'{'" RBRACE "'}'" LPAR "'('" RPAR "')'" LBRACK "'['" RBRACK "']'" LCURLY RCURLY BAR
%token <const struct token *> NUMBER NAME FUNCTION INDEX
%token SUB SUP PRIME PLUS MINUS HADAMARD SLASH DOTS
%token <const struct token *> TIMES
%token EQ ASSIGN NE LT GT LE GE IN ABOUT BECOMES
/* Of these tokens_resolve makes others, or leaves them as what is not understood. */
%token <const struct token *> ACCENT
%token OVER STOP WORDS_HERE NUMBER_UNCLEAR DOTTED
%token COMMA GIVEN IF WHERE OTHERWISE

%type <struct written *> items item chain expr term signed_factor factor atom simple args braced script
%type <struct written *> sum sums rows indicator operand head primed
%type <enum relation> rel
%type <enum separator> sep
%type <size_t> primes

/* Products have no sign of their own, so that after most parts of a formula the next token may belong to the part
 * or to the product around it. Everywhere the part takes it: the longest reading is the one people mean. The
 * rules that could end marked %prec SHORT are:
 *   factor   f(x), x_i, x^2, x' and W[i] are one factor; in 2 x^2 the power is on x alone
 *   DIFF     d takes the factor behind it, with its scripts and parentheses; \partial_x f is a derivative
 *   sum      reaches over the whole product behind it: \sum_i x_i y_i
 *   operand  \log x_i: the index is on x
 *   brace    what stands below or above an underbrace is its label, not a script
 * No other rule or token has a precedence, and there must be no conflict: one that appears is an ambiguity to be
 * thought about. */
%precedence SHORT
%precedence CASES MATRIX INDICATOR DIFF FRAC SUM UNDERBRACE NABLA PDV LBRACE LPAR LBRACK LCURLY BAR NORM LANGLE NUMBER NAME
            FUNCTION INDEX SUB SUP PRIME TIMES HADAMARD SLASH DOTS
%expect 0

%%

formula: items { parser->tree = $items; }

items: item { $$ = build_item(parser, build_node(parser, WRITTEN_ITEMS, @$), SEP_NONE, @$, $item); }
     | items sep item { $$ = build_item(parser, $1, $sep, @sep, $item); }

item: %empty { $$ = NULL; }
    | chain

sep: COMMA { $$ = SEP_COMMA; } | GIVEN { $$ = SEP_GIVEN; } | QUAD { $$ = SEP_COMMA; } | IF { $$ = SEP_IF; }
   | WHERE { $$ = SEP_WHERE; } | OTHERWISE { $$ = SEP_OTHERWISE; }

chain: expr { $$ = build_side(parser, NULL, REL_NONE, @$, $expr, @$); }
     | rel expr { $$ = build_side(parser, NULL, $rel, @rel, $expr, @$); }
     | chain rel expr { $$ = build_side(parser, $1, $rel, @rel, $expr, @$); }

rel: EQ { $$ = REL_EQ; } | ASSIGN { $$ = REL_ASSIGN; } | NE { $$ = REL_NE; } | LT { $$ = REL_LT; }
   | GT { $$ = REL_GT; } | LE { $$ = REL_LE; } | GE { $$ = REL_GE; } | IN { $$ = REL_IN; }
   | ABOUT { $$ = REL_ABOUT; } | BECOMES { $$ = REL_BECOMES; } | ADDTO { $$ = REL_ADD; } | TAKEFROM { $$ = REL_TAKE; }

expr: term
    | PLUS term { $$ = $term; }
    | MINUS term { $$ = build_operand(parser, WRITTEN_NEG, $term, @$); }
    | expr PLUS term { $$ = build_join(parser, WRITTEN_ADD, $1, $term); }
    | expr PLUS MINUS term { $$ = build_join(parser, WRITTEN_ADD, $1, build_operand(parser, WRITTEN_NEG, $term, @3)); }
    | expr MINUS term { $$ = build_join(parser, WRITTEN_ADD, $1, build_operand(parser, WRITTEN_NEG, $term, @2)); }

term: factor %prec SHORT
    | sum
    | term factor %prec SHORT { $$ = build_join(parser, WRITTEN_MUL, $1, $2); }
    | term sum { $$ = build_join(parser, WRITTEN_MUL, $1, $2); }
    | term TIMES signed_factor { $$ = build_times(parser, $1, $TIMES, $signed_factor); }
    | term HADAMARD signed_factor { $$ = build_join(parser, WRITTEN_HADAMARD, $1, $signed_factor); }
    | term SLASH signed_factor { $$ = build_slash(parser, $1, $signed_factor); }

signed_factor: factor %prec SHORT
      | sum
      | MINUS signed_factor[s] { $$ = build_operand(parser, WRITTEN_NEG, $s, @$); }
      | PLUS signed_factor[s] { $$ = $s; }

sum: sums term %prec SHORT { $$ = build_sum($sums, $term); }
   | sums MINUS term %prec SHORT { $$ = build_sum($sums, build_operand(parser, WRITTEN_NEG, $term, @2)); }

sums: SUM { $$ = build_node(parser, WRITTEN_SUM, @$); }
    | sums SUB script { $$ = build_limit(parser, $1, $script, NULL); }
    | sums SUP script { $$ = build_limit(parser, $1, NULL, $script); }

factor: atom
      | factor SUB script { $$ = build_script(parser, $1, $script, NULL); }
      | factor SUP script { $$ = build_script(parser, $1, NULL, $script); }
      | factor SUP PRIME { $$ = build_primes(parser, $1, 1, @2); }
      | factor SUP LBRACE primes RBRACE { $$ = build_primes(parser, $1, $primes, @2); }
      | factor PRIME { $$ = build_primes(parser, $1, 1, @2); }
      | factor INDEX { $$ = build_index(parser, $1, $INDEX, @2); }
      | factor LPAR args RPAR { $$ = build_apply(parser, $1, $args, @$); }

primes: PRIME { $$ = 1; }
      | primes PRIME { $$ = $1 + 1; }

script: braced
      | simple
      | MINUS simple { $$ = build_operand(parser, WRITTEN_NEG, $simple, @$); }
      | LPAR args RPAR { $$ = build_group(parser, BRACKET_ROUND, $args, @$); }
      | LBRACE PLUS RBRACE { $$ = build_node(parser, WRITTEN_PLUS, @$); }
      | PLUS { $$ = build_node(parser, WRITTEN_PLUS, @$); }
      | DOTS { $$ = build_node(parser, WRITTEN_DOTS, @$); }

braced: LBRACE args RBRACE { $$ = build_group(parser, BRACKET_BRACES, $args, @$); }

simple: NUMBER { $$ = build_text(parser, WRITTEN_NUMBER, $NUMBER); }
      | NAME { $$ = build_text(parser, WRITTEN_NAME, $NAME); }

/* Also as the arguments of a call: chains with separators between them. */
args: items

atom: simple
    | braced
    | LPAR args RPAR { $$ = build_group(parser, BRACKET_ROUND, $args, @$); }
    | LBRACK args RBRACK { $$ = build_group(parser, BRACKET_SQUARE, $args, @$); }
    | LCURLY args RCURLY { $$ = build_group(parser, BRACKET_CURLY, $args, @$); }
    | BAR expr ENDBAR { $$ = build_operand(parser, WRITTEN_ABS, $expr, @$); }
    | NORM expr ENDNORM { $$ = build_operand(parser, WRITTEN_NORM, $expr, @$); }
    | LANGLE args RANGLE { $$ = build_inner(parser, $args, @$); }
    | FRAC script[a] script[b] { $$ = build_fraction(parser, $a, $b, @$); }
    | head LPAR args RPAR { $$ = build_apply(parser, $head, $args, @$); }
    | head LBRACK args RBRACK { $$ = build_apply(parser, $head, $args, @$); }
    | head LCURLY args RCURLY { $$ = build_apply(parser, $head, $args, @$); }
    | head braced { $$ = build_apply(parser, $head, $braced, @$); }
    | head operand %prec SHORT { $$ = build_apply(parser, $head, $operand, @$); }
    | head FRAC script[a] script[b] { $$ = build_apply(parser, $head, build_fraction(parser, $a, $b,
                                          (struct range){@FRAC.at, @b.end}), @$); }
    | head head[g] LPAR args RPAR { $$ = build_apply(parser, $1, build_apply(parser, $g, $args,
                                    (struct range){@g.at, @RPAR.end}), @$); }
    | head sum { $$ = build_apply(parser, $head, $sum, @$); }
    | primed LPAR args RPAR { $$ = build_apply(parser, $primed, $args, @$); }
    | head SUP script LPAR args RPAR { $$ = build_script(parser, build_apply(parser, $head, $args, @$), NULL, $script); }
    | head SUP script operand %prec SHORT { $$ = build_script(parser, build_apply(parser, $head, $operand, @$), NULL, $script); }
    | DIFF factor %prec SHORT { $$ = build_operand(parser, WRITTEN_DIFF, $factor, @$); }
    | DIFF %prec SHORT { $$ = build_node(parser, WRITTEN_DIFF, @$); }
    | CASES rows ENDCASES { $$ = $rows; $$->at = @$.at; $$->end = @$.end; }
    | MATRIX rows ENDMATRIX { $$ = $rows; $$->kind = WRITTEN_ARRAY; $$->at = @$.at; $$->end = @$.end; }
    | indicator
    | UNDERBRACE braced[b] %prec SHORT { $$ = $b; $$->at = @$.at; }
    | UNDERBRACE braced[b] SUB script { $$ = $b; $$->at = @$.at; $$->end = @$.end; }
    | UNDERBRACE braced[b] SUP script { $$ = $b; $$->at = @$.at; $$->end = @$.end; }
    | PDV braced[a] braced[b] { $$ = build_derivative(parser, $a, @a, $b, @b, @$); }
    | NABLA factor[f] %prec SHORT { $$ = build_gradient(parser, $f, @f, @$); }
    | NABLA SUB script factor[f] %prec SHORT { $$ = build_derivative(parser, $f, @f, $script, @script, @$); }
    | DIFF SUB script factor[f] %prec SHORT { $$ = build_derivative(parser, $f, @f, $script, @script, @$); }
    | DOTS { $$ = build_node(parser, WRITTEN_DOTS, @$); }

head: FUNCTION { $$ = build_text(parser, WRITTEN_FUNCTION, $FUNCTION); }

primed: head PRIME { $$ = build_primes(parser, $head, 1, @2); }
      | head SUP PRIME { $$ = build_primes(parser, $head, 1, @2); }
      | head SUP LBRACE primes RBRACE { $$ = build_primes(parser, $head, $primes, @2); }

/* What a function without parentheses is of: log O_k. */
operand: simple
       | operand SUB script { $$ = build_script(parser, $1, $script, NULL); }
       | operand SUP script { $$ = build_script(parser, $1, NULL, $script); }
       | operand INDEX { $$ = build_index(parser, $1, $INDEX, @2); }

rows: items { $$ = build_node(parser, WRITTEN_CASES, @$); written_add(parser->arena, $$, $items); }
    | rows ROW items { $$ = $1; written_add(parser->arena, $$, $items); }

indicator: INDICATOR LCURLY args RCURLY { $$ = build_operand(parser, WRITTEN_INDICATOR, $args, @$); }
         | INDICATOR LPAR args RPAR { $$ = build_operand(parser, WRITTEN_INDICATOR, $args, @$); }
         | INDICATOR LBRACK args RBRACK { $$ = build_operand(parser, WRITTEN_INDICATOR, $args, @$); }
         | INDICATOR SUB script { $$ = build_operand(parser, WRITTEN_INDICATOR, $script, @$); }

%%

int grammar_yylex(GRAMMAR_YYSTYPE *value, struct range *where, struct parser *parser)
{
    const struct tokens *t = parser->tokens;
    if (parser->next == t->n) {
        where->at = where->end = t->n ? t->token[t->n - 1].end : parser->wrong_at;
        return GRAMMAR_YYEOF;
    }
    const struct token *token = &t->token[parser->next++];
    *where = (struct range){token->at, token->end};
    value->NUMBER = token; /* all tokens with a value carry themselves */
    return token->kind;
}

static bool is_unclear(yysymbol_kind_t token)
{
    return token == YYSYMBOL_BAD || token == YYSYMBOL_NUMBER_UNCLEAR || token == YYSYMBOL_STOP ||
           token == YYSYMBOL_WORDS_HERE || token == YYSYMBOL_DOTTED;
}

static int yyreport_syntax_error(const yypcontext_t *context, struct parser *parser)
{
    const struct range *where = yypcontext_location(context);
    yysymbol_kind_t expected;
    if (!is_unclear(yypcontext_token(context)) && yypcontext_expected_tokens(context, &expected, 1) == 1 && expected != YYSYMBOL_YYEOF) {
        build_fail(parser, *where, REASON_SIGN_MISSING, yysymbol_name(expected));
        return 0;
    }
    switch (yypcontext_token(context)) {
    case YYSYMBOL_YYEOF:
        build_fail(parser, *where, REASON_END_MISSING, NULL);
        break;
    case YYSYMBOL_BAD:
        build_fail(parser, *where, REASON_UNKNOWN_SIGN, NULL);
        break;
    case YYSYMBOL_NUMBER_UNCLEAR:
        build_fail(parser, *where, REASON_NUMBER_UNCLEAR, NULL);
        break;
    case YYSYMBOL_STOP:
        build_fail(parser, *where, REASON_STOP, NULL);
        break;
    case YYSYMBOL_WORDS_HERE:
        build_fail(parser, *where, REASON_WORDS, NULL);
        break;
    case YYSYMBOL_DOTTED:
        build_fail(parser, *where, REASON_DOTTED, NULL);
        break;
    case YYSYMBOL_RBRACE:
    case YYSYMBOL_RPAR:
    case YYSYMBOL_RBRACK:
        build_fail(parser, *where, REASON_CLOSING_BRACKET, NULL);
        break;
    default:
        build_fail(parser, *where, REASON_STOPPED, NULL);
    }
    return 0;
}

/* Bison calls it when its stack is full. */
static void grammar_yyerror(const struct range *where, struct parser *parser, const char *text)
{
    (void)where;
    (void)text;
    build_fail(parser, (struct range){parser->wrong_at, 0}, REASON_TOO_DEEP, NULL);
}

const char *token_name(int kind)
{
    return yysymbol_name(YYTRANSLATE(kind));
}
