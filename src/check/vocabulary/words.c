/* words.c: the table of words. */
#include "check/vocabulary/words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    BARE = PLACE_FORMULA,
    CAPITAL = PLACE_FORMULA | PLACE_CAPITAL,
    TEXT = PLACE_TEXT,
    BEFORE = PLACE_BEFORE,
    VALUE = PLACE_VALUE,
    SCRIPT = PLACE_SCRIPT,
    HEADING = PLACE_HEADING,
    NOTE = PLACE_NOTE
};

static const struct word table[] = {
    {"if", ENGLISH, WORD_IF, CAPITAL | TEXT | BEFORE | VALUE},
    {"for", ENGLISH, WORD_IF, CAPITAL | TEXT | BEFORE | VALUE},
    {"when", ENGLISH, WORD_IF, BARE | TEXT | BEFORE | VALUE},
    {"whenever", ENGLISH, WORD_IF, TEXT | BEFORE},
    {"forall", ENGLISH, WORD_IF, BARE},
    {"case", ENGLISH, WORD_IF, BEFORE | VALUE},
    {"at", ENGLISH, WORD_IF, VALUE},
    {"wenn", GERMAN, WORD_IF, BARE | TEXT | BEFORE | VALUE},
    {"falls", GERMAN, WORD_IF, BARE | TEXT | BEFORE | VALUE},
    {"für", GERMAN, WORD_IF, TEXT | BEFORE | VALUE},
    {"fall", GERMAN, WORD_IF, BEFORE},
    {"bei", GERMAN, WORD_IF, VALUE},
    {"si", FRENCH, WORD_IF, BARE | TEXT | BEFORE | VALUE},
    {"pour", FRENCH, WORD_IF, BARE | TEXT | BEFORE | VALUE},
    {"cas", FRENCH, WORD_IF, BEFORE},
    {"lorsque", FRENCH, WORD_IF, TEXT | BEFORE | VALUE},
    {"quand", FRENCH, WORD_IF, TEXT | BEFORE | VALUE},
    {"caso", SPANISH, WORD_IF, BEFORE},
    {"cuando", SPANISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"para", SPANISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"se", ITALIAN, WORD_IF, TEXT | BEFORE | VALUE},
    {"per", ITALIAN, WORD_IF, TEXT | BEFORE | VALUE},
    {"quando", ITALIAN, WORD_IF, TEXT | BEFORE | VALUE},
    {"eğer", TURKISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"durum", TURKISH, WORD_IF, BEFORE},
    {"als", DUTCH, WORD_IF, TEXT | BEFORE | VALUE},
    {"voor", DUTCH, WORD_IF, TEXT | BEFORE | VALUE},
    {"geval", DUTCH, WORD_IF, BEFORE},
    {"jeśli", POLISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"gdy", POLISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"dla", POLISH, WORD_IF, TEXT | BEFORE | VALUE},
    {"przypadek", POLISH, WORD_IF, BEFORE},

    {"otherwise", ENGLISH, WORD_OTHERWISE, BARE | TEXT},
    {"else", ENGLISH, WORD_OTHERWISE, BARE | TEXT},
    {"sonst", GERMAN, WORD_OTHERWISE, BARE | TEXT},
    {"sinon", FRENCH, WORD_OTHERWISE, BARE | TEXT},
    {"si no", SPANISH, WORD_OTHERWISE, TEXT},
    {"altrimenti", ITALIAN, WORD_OTHERWISE, TEXT},
    {"caso contrário", PORTUGUESE, WORD_OTHERWISE, TEXT},
    {"aksi halde", TURKISH, WORD_OTHERWISE, TEXT},
    {"anders", DUTCH, WORD_OTHERWISE, TEXT},
    {"w przeciwnym razie", POLISH, WORD_OTHERWISE, TEXT},

    {"where", ENGLISH, WORD_WHERE, BARE | TEXT | BEFORE},
    {"with", ENGLISH, WORD_WHERE, CAPITAL | TEXT | BEFORE},
    {"and", ENGLISH, WORD_WHERE, CAPITAL | TEXT},
    {"or", ENGLISH, WORD_WHERE, TEXT},
    {"then", ENGLISH, WORD_WHERE, CAPITAL | TEXT},
    {"so", ENGLISH, WORD_WHERE, CAPITAL | TEXT},
    {"hence", ENGLISH, WORD_WHERE, CAPITAL | TEXT},
    {"thus", ENGLISH, WORD_WHERE, CAPITAL | TEXT},
    {"therefore", ENGLISH, WORD_WHERE, CAPITAL},
    {"since", ENGLISH, WORD_WHERE, BARE | TEXT},
    {"because", ENGLISH, WORD_WHERE, BARE | TEXT},
    {"by", ENGLISH, WORD_WHERE, BARE | TEXT},
    {"using", ENGLISH, WORD_WHERE, BARE},
    {"from", ENGLISH, WORD_WHERE, BARE},
    {"that", ENGLISH, WORD_WHERE, BARE},
    {"is", ENGLISH, WORD_WHERE, BARE},
    {"the", ENGLISH, WORD_WHERE, BARE},
    {"we", ENGLISH, WORD_WHERE, CAPITAL},
    {"get", ENGLISH, WORD_WHERE, BARE},
    {"have", ENGLISH, WORD_WHERE, BARE},
    {"Now", ENGLISH, WORD_WHERE, BARE},
    {"weil", GERMAN, WORD_WHERE, BARE | TEXT},
    {"denn", GERMAN, WORD_WHERE, BARE | TEXT},
    {"da", GERMAN, WORD_WHERE, TEXT},
    {"und", GERMAN, WORD_WHERE, BARE | TEXT},
    {"mit", GERMAN, WORD_WHERE, BARE | TEXT},
    {"wobei", GERMAN, WORD_WHERE, BARE | TEXT},
    {"car", FRENCH, WORD_WHERE, BARE | TEXT},
    {"et", FRENCH, WORD_WHERE, BARE | TEXT},
    {"avec", FRENCH, WORD_WHERE, BARE | TEXT},

    {"Part", ENGLISH, WORD_PART, HEADING},
    {"Exercise", ENGLISH, WORD_PART, HEADING},
    {"Problem", ENGLISH, WORD_PART, HEADING},
    {"Question", ENGLISH, WORD_PART, HEADING},
    {"Task", ENGLISH, WORD_PART, HEADING},
    {"Section", ENGLISH, WORD_PART, HEADING},
    {"Chapter", ENGLISH, WORD_PART, HEADING},
    {"Example", ENGLISH, WORD_PART, HEADING},
    {"Homework", ENGLISH, WORD_PART, HEADING},
    {"Assignment", ENGLISH, WORD_PART, HEADING},
    {"Solution", ENGLISH, WORD_PART, HEADING},
    {"Aufgabe", GERMAN, WORD_PART, HEADING},
    {"Teilaufgabe", GERMAN, WORD_PART, HEADING},
    {"Übung", GERMAN, WORD_PART, HEADING},
    {"Beispiel", GERMAN, WORD_PART, HEADING},
    {"Lösung", GERMAN, WORD_PART, HEADING},
    {"Teil", GERMAN, WORD_PART, HEADING},
    {"Frage", GERMAN, WORD_PART, HEADING},
    {"Abschnitt", GERMAN, WORD_PART, HEADING},
    {"Kapitel", GERMAN, WORD_PART, HEADING},
    {"Exercice", FRENCH, WORD_PART, HEADING},
    {"Problème", FRENCH, WORD_PART, HEADING},
    {"Exemple", FRENCH, WORD_PART, HEADING},
    {"Partie", FRENCH, WORD_PART, HEADING},
    {"Chapitre", FRENCH, WORD_PART, HEADING},
    {"Ejercicio", SPANISH, WORD_PART, HEADING},
    {"Problema", SPANISH, WORD_PART, HEADING},
    {"Ejemplo", SPANISH, WORD_PART, HEADING},
    {"Parte", SPANISH, WORD_PART, HEADING},
    {"Sección", SPANISH, WORD_PART, HEADING},
    {"Pregunta", SPANISH, WORD_PART, HEADING},
    {"Solución", SPANISH, WORD_PART, HEADING},
    {"Esercizio", ITALIAN, WORD_PART, HEADING},
    {"Esempio", ITALIAN, WORD_PART, HEADING},
    {"Sezione", ITALIAN, WORD_PART, HEADING},
    {"Domanda", ITALIAN, WORD_PART, HEADING},
    {"Soluzione", ITALIAN, WORD_PART, HEADING},
    {"Exercício", PORTUGUESE, WORD_PART, HEADING},
    {"Exemplo", PORTUGUESE, WORD_PART, HEADING},
    {"Questão", PORTUGUESE, WORD_PART, HEADING},
    {"Seção", PORTUGUESE, WORD_PART, HEADING},
    {"Solução", PORTUGUESE, WORD_PART, HEADING},
    {"Soru", TURKISH, WORD_PART, HEADING},
    {"Örnek", TURKISH, WORD_PART, HEADING},
    {"Alıştırma", TURKISH, WORD_PART, HEADING},
    {"Bölüm", TURKISH, WORD_PART, HEADING},
    {"Çözüm", TURKISH, WORD_PART, HEADING},
    {"Opgave", DUTCH, WORD_PART, HEADING},
    {"Oefening", DUTCH, WORD_PART, HEADING},
    {"Voorbeeld", DUTCH, WORD_PART, HEADING},
    {"Deel", DUTCH, WORD_PART, HEADING},
    {"Vraag", DUTCH, WORD_PART, HEADING},
    {"Hoofdstuk", DUTCH, WORD_PART, HEADING},
    {"Zadanie", POLISH, WORD_PART, HEADING},
    {"Przykład", POLISH, WORD_PART, HEADING},
    {"Ćwiczenie", POLISH, WORD_PART, HEADING},
    {"Część", POLISH, WORD_PART, HEADING},
    {"Pytanie", POLISH, WORD_PART, HEADING},
    {"Rozdział", POLISH, WORD_PART, HEADING},

    {"from", ENGLISH, WORD_NOTE, NOTE},
    {"by", ENGLISH, WORD_NOTE, NOTE},
    {"using", ENGLISH, WORD_NOTE, NOTE},
    {"see", ENGLISH, WORD_NOTE, NOTE},
    {"via", ENGLISH, WORD_NOTE, NOTE},
    {"with", ENGLISH, WORD_NOTE, NOTE},
    {"as", ENGLISH, WORD_NOTE, NOTE},
    {"due", ENGLISH, WORD_NOTE, NOTE},
    {"recall", ENGLISH, WORD_NOTE, NOTE},
    {"chain", ENGLISH, WORD_NOTE, NOTE},
    {"product", ENGLISH, WORD_NOTE, NOTE},
    {"sum", ENGLISH, WORD_NOTE, NOTE},
    {"rule", ENGLISH, WORD_NOTE, NOTE},
    {"note", ENGLISH, WORD_NOTE, NOTE},
    {"definition", ENGLISH, WORD_NOTE, NOTE},
    {"def", ENGLISH, WORD_NOTE, NOTE},
    {"eq", ENGLISH, WORD_NOTE, NOTE},
    {"eqn", ENGLISH, WORD_NOTE, NOTE},
    {"eqs", ENGLISH, WORD_NOTE, NOTE},
    {"equation", ENGLISH, WORD_NOTE, NOTE},
    {"since", ENGLISH, WORD_NOTE, NOTE},
    {"because", ENGLISH, WORD_NOTE, NOTE},
    {"substituting", ENGLISH, WORD_NOTE, NOTE},
    {"apply", ENGLISH, WORD_NOTE, NOTE},
    {"applying", ENGLISH, WORD_NOTE, NOTE},
    {"after", ENGLISH, WORD_NOTE, NOTE},
    {"where", ENGLISH, WORD_NOTE, NOTE},
    {"aus", GERMAN, WORD_NOTE, NOTE},
    {"nach", GERMAN, WORD_NOTE, NOTE},
    {"wegen", GERMAN, WORD_NOTE, NOTE},
    {"siehe", GERMAN, WORD_NOTE, NOTE},
    {"durch", GERMAN, WORD_NOTE, NOTE},
    {"mit", GERMAN, WORD_NOTE, NOTE},
    {"Gleichung", GERMAN, WORD_NOTE, NOTE},
    {"Gl", GERMAN, WORD_NOTE, NOTE},
    {"da", GERMAN, WORD_NOTE, NOTE},
    {"weil", GERMAN, WORD_NOTE, NOTE},
    {"Kettenregel", GERMAN, WORD_NOTE, NOTE},
    {"Produktregel", GERMAN, WORD_NOTE, NOTE},
    {"selon", FRENCH, WORD_NOTE, NOTE},
    {"voir", FRENCH, WORD_NOTE, NOTE},
    {"avec", FRENCH, WORD_NOTE, NOTE},
    {"car", FRENCH, WORD_NOTE, NOTE},
    {"équation", FRENCH, WORD_NOTE, NOTE},
    {"règle", FRENCH, WORD_NOTE, NOTE},
    {"por", SPANISH, WORD_NOTE, NOTE},
    {"según", SPANISH, WORD_NOTE, NOTE},
    {"ver", SPANISH, WORD_NOTE, NOTE},
    {"ecuación", SPANISH, WORD_NOTE, NOTE},
    {"regla", SPANISH, WORD_NOTE, NOTE},
    {"con", SPANISH, WORD_NOTE, NOTE},
    {"secondo", ITALIAN, WORD_NOTE, NOTE},
    {"vedi", ITALIAN, WORD_NOTE, NOTE},
    {"equazione", ITALIAN, WORD_NOTE, NOTE},
    {"regola", ITALIAN, WORD_NOTE, NOTE},
    {"pela", PORTUGUESE, WORD_NOTE, NOTE},
    {"pelo", PORTUGUESE, WORD_NOTE, NOTE},
    {"conforme", PORTUGUESE, WORD_NOTE, NOTE},
    {"equação", PORTUGUESE, WORD_NOTE, NOTE},
    {"regra", PORTUGUESE, WORD_NOTE, NOTE},
    {"com", PORTUGUESE, WORD_NOTE, NOTE},
    {"bkz", TURKISH, WORD_NOTE, NOTE},
    {"denklem", TURKISH, WORD_NOTE, NOTE},
    {"göre", TURKISH, WORD_NOTE, NOTE},
    {"zincir", TURKISH, WORD_NOTE, NOTE},
    {"uit", DUTCH, WORD_NOTE, NOTE},
    {"volgens", DUTCH, WORD_NOTE, NOTE},
    {"zie", DUTCH, WORD_NOTE, NOTE},
    {"vergelijking", DUTCH, WORD_NOTE, NOTE},
    {"kettingregel", DUTCH, WORD_NOTE, NOTE},
    {"ze", POLISH, WORD_NOTE, NOTE},
    {"wg", POLISH, WORD_NOTE, NOTE},
    {"zob", POLISH, WORD_NOTE, NOTE},
    {"równanie", POLISH, WORD_NOTE, NOTE},
    {"reguła", POLISH, WORD_NOTE, NOTE},

    {"new", ENGLISH, WORD_NEW, SCRIPT},
    {"next", ENGLISH, WORD_NEW, SCRIPT},
    {"updated", ENGLISH, WORD_NEW, SCRIPT},
    {"old", ENGLISH, WORD_OLD, SCRIPT},
    {"neu", GERMAN, WORD_NEW, SCRIPT},
    {"alt", GERMAN, WORD_OLD, SCRIPT},
    {"nouveau", FRENCH, WORD_NEW, SCRIPT},
    {"nouv", FRENCH, WORD_NEW, SCRIPT},
    {"ancien", FRENCH, WORD_OLD, SCRIPT},
    {"nuevo", SPANISH, WORD_NEW, SCRIPT},
    {"nueva", SPANISH, WORD_NEW, SCRIPT},
    {"viejo", SPANISH, WORD_OLD, SCRIPT},
    {"nuovo", ITALIAN, WORD_NEW, SCRIPT},
    {"vecchio", ITALIAN, WORD_OLD, SCRIPT},
    {"novo", PORTUGUESE, WORD_NEW, SCRIPT},
    {"velho", PORTUGUESE, WORD_OLD, SCRIPT},
    {"yeni", TURKISH, WORD_NEW, SCRIPT},
    {"eski", TURKISH, WORD_OLD, SCRIPT},
    {"nieuw", DUTCH, WORD_NEW, SCRIPT},
    {"oud", DUTCH, WORD_OLD, SCRIPT},
    {"nowe", POLISH, WORD_NEW, SCRIPT},
    {"nowy", POLISH, WORD_NEW, SCRIPT},
    {"stare", POLISH, WORD_OLD, SCRIPT},
    {"stary", POLISH, WORD_OLD, SCRIPT},
};

const struct word *word_number(size_t n)
{
    return n < sizeof table / sizeof *table ? &table[n] : NULL;
}

/* In a formula capitals tell names apart, such as If and IF. */
static bool same_in_formula(const struct word *word, const char *text, size_t length)
{
    const bool first = *text == *word->text || ((word->places & PLACE_CAPITAL) &&
                                                *text == toupper((unsigned char)*word->text));
    return first && memcmp(text + 1, word->text + 1, length - 1) == 0;
}

enum word_meaning word_meaning(const char *text, size_t length, enum word_place place)
{
    for (const struct word *word = table; word < table + sizeof table / sizeof *table; word++)
        if ((word->places & place) && strlen(word->text) == length &&
            (place == PLACE_FORMULA ? same_in_formula(word, text, length)
                                    : strncasecmp(word->text, text, length) == 0))
            return word->meaning;
    return WORD_NONE;
}

bool word_ends(const char *text, size_t length, enum word_place place)
{
    for (const struct word *word = table; word < table + sizeof table / sizeof *table; word++) {
        const size_t size = strlen(word->text);
        if ((word->places & place) && length >= size &&
            strncasecmp(text + length - size, word->text, size) == 0 &&
            (length == size || !isalpha((unsigned char)text[length - size - 1])))
            return true;
    }
    return false;
}

size_t word_begins(const char *text, size_t length)
{
    for (const struct word *word = table; word < table + sizeof table / sizeof *table; word++) {
        const size_t size = strlen(word->text);
        if ((word->places & PLACE_HEADING) && length >= size && memcmp(text, word->text, size) == 0)
            return size;
    }
    return 0;
}

static bool is_in_script(const char *text, enum word_meaning meaning)
{
    for (const struct word *word = table; word < table + sizeof table / sizeof *table; word++)
        if ((word->places & PLACE_SCRIPT) && word->meaning == meaning &&
            strcmp(word->text, text) == 0)
            return true;
    return false;
}

bool word_is_new(const char *text)
{
    return is_in_script(text, WORD_NEW);
}

bool word_is_old(const char *text)
{
    return is_in_script(text, WORD_OLD);
}
