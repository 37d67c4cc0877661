/* grammar.y: formulas, from tokens to a tree as written. What a name followed by parentheses means,
 * and which letters make one name, is settled later (reading.h), with the whole document known.
 */
%code requires {
#include "parser.h"
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
%expect 93

%token BAD "a sign that is not known" QUAD CASES ENDCASES ROW INDICATOR DIFF FRAC SUM
%token UNDERBRACE NABLA PDV ENDBAR ADDTO TAKEFROM
%token LBRACE "'{'" RBRACE "'}'" LPAR "'('" RPAR "')'" LBRACK "'['" RBRACK "']'" LCURLY RCURLY BAR
%token <const struct token *> NUMBER NAME FUNCTION INDEX
%token SUB SUP PRIME PLUS MINUS TIMES SLASH DOTS
%token EQ ASSIGN NE LT GT LE GE IN ABOUT
%token COMMA IF WHERE OTHERWISE

%type <struct node *> items item chain expr term signed_factor factor atom simple args braced script
%type <struct node *> sum sums rows indicator operand
%type <enum relation> rel
%type <enum separator> sep

%%

formula: items { parser->tree = $items; }

items: item { $$ = parser_node(parser, NODE_ITEMS, @$); if ($item) parser_add(parser, $$, $item); }
     | items sep item { $$ = $1; if ($item) { $item->sep = $sep; parser_add(parser, $$, $item); }
                        else if ($sep == SEP_OTHERWISE) parser_add(parser, $$, parser_otherwise(parser, @sep)); }

item: %empty { $$ = NULL; }
    | chain

sep: COMMA { $$ = SEP_COMMA; } | QUAD { $$ = SEP_COMMA; } | IF { $$ = SEP_IF; }
   | WHERE { $$ = SEP_WHERE; } | OTHERWISE { $$ = SEP_OTHERWISE; }

chain: expr { $$ = parser_node(parser, NODE_CHAIN, @$); parser_add(parser, $$, $expr); }
     | rel expr { $$ = parser_node(parser, NODE_CHAIN, @$); parser_add(parser, $$, NULL);
                  $expr->rel = $rel; $expr->rel_at = @rel.at; parser_add(parser, $$, $expr); }
     | chain rel expr { $$ = $1; $expr->rel = $rel; $expr->rel_at = @rel.at; parser_add(parser, $$, $expr); }

rel: EQ { $$ = REL_EQ; } | ASSIGN { $$ = REL_ASSIGN; } | NE { $$ = REL_NE; } | LT { $$ = REL_LT; }
   | GT { $$ = REL_GT; } | LE { $$ = REL_LE; } | GE { $$ = REL_GE; } | IN { $$ = REL_IN; }
   | ABOUT { $$ = REL_ABOUT; } | ADDTO { $$ = REL_ADD; } | TAKEFROM { $$ = REL_TAKE; }

expr: term
    | PLUS term { $$ = $term; }
    | MINUS term { $$ = parser_one(parser, NODE_NEG, $term, @$); }
    | expr PLUS term { $$ = parser_join(parser, NODE_ADD, $1, $term); }
    | expr PLUS MINUS term { $$ = parser_join(parser, NODE_ADD, $1, parser_one(parser, NODE_NEG, $term, @3)); }
    | expr MINUS term { $$ = parser_join(parser, NODE_ADD, $1, parser_one(parser, NODE_NEG, $term, @2)); }

term: factor
    | sum
    | term factor { $$ = parser_join(parser, NODE_MUL, $1, $2); }
    | term sum { $$ = parser_join(parser, NODE_MUL, $1, $2); }
    | term TIMES signed_factor { $$ = parser_join(parser, NODE_MUL, $1, $signed_factor); }
    | term SLASH signed_factor { $$ = parser_quotient(parser, $1, $signed_factor, true); }

signed_factor: factor
      | sum
      | MINUS signed_factor[s] { $$ = parser_one(parser, NODE_NEG, $s, @$); }
      | PLUS signed_factor[s] { $$ = $s; }

/* A sum reaches over the whole product that follows. */
sum: sums term { $$ = parser_sum(parser, $sums, $term); }
   | sums MINUS term { $$ = parser_sum(parser, $sums, parser_one(parser, NODE_NEG, $term, @2)); }

sums: SUM { $$ = parser_node(parser, NODE_SUMSIGN, @$); }
    | sums SUB script { $$ = parser_limit(parser, $1, 1, $script); }
    | sums SUP script { $$ = parser_limit(parser, $1, 2, $script); }

factor: atom
      | factor SUB script { $$ = parser_script(parser, $1, $script, NULL); }
      | factor SUP script { $$ = parser_script(parser, $1, NULL, $script); }
      | factor SUP PRIME { $$ = parser_prime(parser, $1, @2); }
      | factor SUP LBRACE primes RBRACE { $$ = parser_prime(parser, $1, @2); }
      | factor PRIME { $$ = parser_prime(parser, $1, @2); }
      | factor INDEX { $$ = parser_index(parser, $1, $INDEX, @2); }
      | factor LPAR args RPAR { $$ = parser_apply(parser, $1, $args, @$); }

primes: PRIME | primes PRIME

script: braced
      | simple
      | MINUS simple { $$ = parser_one(parser, NODE_NEG, $simple, @$); }
      | LPAR args RPAR { $$ = parser_bracket(parser, "(", $args, @$); }
      | LBRACE PLUS RBRACE { $$ = parser_node(parser, NODE_SYMBOL, @$); $$->name = "new"; }
      | DOTS { $$ = parser_node(parser, NODE_DOTS, @$); }

braced: LBRACE args RBRACE { $$ = parser_bracket(parser, "", $args, @$); }

simple: NUMBER { $$ = parser_leaf(parser, NODE_NUMBER, $NUMBER); }
      | NAME { $$ = parser_leaf(parser, NODE_SYMBOL, $NAME); }

/* Also as the arguments of a call: chains with separators between them. */
args: items

atom: simple
    | braced
    | LPAR args RPAR { $$ = parser_bracket(parser, "(", $args, @$); }
    | LBRACK args RBRACK { $$ = parser_bracket(parser, "[", $args, @$); }
    | LCURLY args RCURLY { $$ = parser_bracket(parser, "{", $args, @$); }
    | BAR expr ENDBAR { $$ = parser_call(parser, "abs", $expr, @$); }
    | FRAC script[a] script[b] { $$ = parser_quotient(parser, parser_plain($a), parser_plain($b), false); $$->at = @$.at; }
    | FUNCTION LPAR args RPAR { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $args, @$); }
    | FUNCTION LBRACK args RBRACK { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $args, @$); }
    | FUNCTION braced { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $braced, @$); }
    | FUNCTION operand { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $operand, @$); }
    | FUNCTION FRAC script[a] script[b] { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION),
                                          parser_quotient(parser, parser_plain($a), parser_plain($b), false), @$); }
    | FUNCTION FUNCTION[g] LPAR args RPAR { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $1),
                                          parser_apply(parser, parser_leaf(parser, NODE_CALL, $g), $args, @g), @$); }
    | FUNCTION sum { $$ = parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $sum, @$); }
    | FUNCTION PRIME LPAR args RPAR { $$ = parser_apply(parser, parser_leaf(parser, NODE_PRIME, $FUNCTION), $args, @$); }
    | FUNCTION SUP PRIME LPAR args RPAR { $$ = parser_apply(parser, parser_leaf(parser, NODE_PRIME, $FUNCTION), $args, @$); }
    | FUNCTION SUP script LPAR args RPAR { $$ = parser_script(parser, parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $args, @$), NULL, $script); }
    | FUNCTION SUP script operand { $$ = parser_script(parser, parser_apply(parser, parser_leaf(parser, NODE_CALL, $FUNCTION), $operand, @$), NULL, $script); }
    | DIFF factor { $$ = parser_one(parser, NODE_DIFF, $factor, @$); }
    | DIFF { $$ = parser_node(parser, NODE_DIFF, @$); }
    | CASES rows ENDCASES { $$ = $rows; }
    | indicator
    | UNDERBRACE braced[b] { $$ = $b; }
    | UNDERBRACE braced[b] SUB script { $$ = $b; }
    | UNDERBRACE braced[b] SUP script { $$ = $b; }
    | PDV script[a] script[b] { $$ = parser_quotient(parser, parser_one(parser, NODE_DIFF, parser_plain($a), @a),
                                      parser_one(parser, NODE_DIFF, parser_plain($b), @b), false); $$->at = @$.at; }
    | NABLA SUB script factor[f] { $$ = parser_quotient(parser, parser_one(parser, NODE_DIFF, $f, @f),
                                       parser_one(parser, NODE_DIFF, parser_plain($script), @script), false); $$->at = @$.at; }
    | DIFF SUB script factor[f] { $$ = parser_quotient(parser, parser_one(parser, NODE_DIFF, $f, @f),
                                       parser_one(parser, NODE_DIFF, parser_plain($script), @script), false); $$->at = @$.at; }
    | DOTS { $$ = parser_node(parser, NODE_DOTS, @$); }

/* What a function without parentheses is of: log O_k. */
operand: simple
       | operand SUB script { $$ = parser_script(parser, $1, $script, NULL); }
       | operand SUP script { $$ = parser_script(parser, $1, NULL, $script); }
       | operand INDEX { $$ = parser_index(parser, $1, $INDEX, @2); }

rows: items { $$ = parser_node(parser, NODE_CASES, @$); parser_add(parser, $$, $items); }
    | rows ROW items { $$ = $1; parser_add(parser, $$, $items); }

indicator: INDICATOR LCURLY args RCURLY { $$ = parser_one(parser, NODE_INDICATOR, $args, @$); }
         | INDICATOR LPAR args RPAR { $$ = parser_one(parser, NODE_INDICATOR, $args, @$); }
         | INDICATOR LBRACK args RBRACK { $$ = parser_one(parser, NODE_INDICATOR, $args, @$); }
         | INDICATOR SUB script { $$ = parser_one(parser, NODE_INDICATOR, $script, @$); }

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

static int yyreport_syntax_error(const yypcontext_t *context, struct parser *parser)
{
    const struct range *where = yypcontext_location(context);
    yysymbol_kind_t expected;
    if (yypcontext_expected_tokens(context, &expected, 1) == 1 && expected != YYSYMBOL_YYEOF) {
        parser_fail(parser, *where, arena_print(parser->arena, "%s is missing here", yysymbol_name(expected)));
        return 0;
    }
    switch (yypcontext_token(context)) {
    case YYSYMBOL_YYEOF:
        parser_fail(parser, *where, "something is missing at its end");
        break;
    case YYSYMBOL_BAD:
        parser_fail(parser, *where, "what stands here is not known");
        break;
    case YYSYMBOL_RBRACE:
    case YYSYMBOL_RPAR:
    case YYSYMBOL_RBRACK:
        parser_fail(parser, *where, "a closing bracket without its opening one, or nothing before it");
        break;
    default:
        parser_fail(parser, *where, "reading stopped here");
    }
    return 0;
}

static void grammar_yyerror(const struct range *where, struct parser *parser, const char *text)
{
    (void)where;
    (void)text;
    parser_fail(parser, (struct range){parser->wrong_at, 0}, "it is nested too deeply");
}
