/* phrases.c: the table of phrases. */
#include "check/vocabulary/phrases.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

static const struct {
    enum phrase meaning;
    enum language language;
    const char *phrases; /* in UTF-8 and small letters, with bars between them */
} table[] = {
    {PHRASE_ASK, ENGLISH, "what|why|how|which"},
    {PHRASE_ASK, GERMAN, "was|warum|wieso|weshalb|wie|welche|welcher|welches"},
    {PHRASE_ASK, FRENCH, "pourquoi|comment|quel|quelle|qu'est-ce"},
    {PHRASE_ASK, SPANISH, "qué|por qué|cómo|cuál|cuánto"},
    {PHRASE_ASK, ITALIAN, "perché|come|quale|che cosa|quanto"},
    {PHRASE_ASK, PORTUGUESE, "o que|por que|qual"},
    {PHRASE_ASK, TURKISH, "neden|niçin|nasıl|nedir|ne olur|hangi"},
    {PHRASE_ASK, DUTCH, "wat|waarom|hoe|welke"},
    {PHRASE_ASK, POLISH, "co|dlaczego|jak|ile|jaki|jaka|jakie"},

    {PHRASE_OR, ENGLISH, "or"},
    {PHRASE_OR, GERMAN, "oder"},
    {PHRASE_OR, FRENCH, "ou"},
    {PHRASE_OR, ITALIAN, "oppure|o"},
    {PHRASE_OR, TURKISH, "veya|ya da"},
    {PHRASE_OR, DUTCH, "of"},
    {PHRASE_OR, POLISH, "lub|albo"},

    {PHRASE_OTHER, ENGLISH,
     "could also|can also take|can also use|can also choose|may also|might also|"
     "could as well|could instead|might instead|one could|one might|we could|"
     "you could|another choice|other choice|other choices|another option|"
     "other option|other options|another possibility|other possibilities|"
     "other common|other popular|alternative|alternatives|alternatively|had we|"
     "if instead|instead of|rather than|popular choices|common choices|"
     "possible choices"},
    {PHRASE_OTHER, GERMAN,
     "könnte auch|könnte man|könnten wir|könnten auch|kann man auch|kann auch|"
     "andere wahl|anderen wahl|andere möglichkeit|andere möglichkeiten|alternativ|"
     "alternativen|anstatt|anstelle"},
    {PHRASE_OTHER, FRENCH,
     "pourrait aussi|on pourrait|peut aussi prendre|peut aussi utiliser|"
     "peut aussi choisir|autre choix|autres choix|autre possibilité|alternativement|"
     "au lieu"},
    {PHRASE_OTHER, SPANISH,
     "podría|podríamos|también se puede|otra opción|otras opciones|otra elección|"
     "otra posibilidad|alternativa|alternativas|alternativamente|en lugar de|"
     "en vez de"},
    {PHRASE_OTHER, ITALIAN,
     "si potrebbe|potremmo|potrebbe anche|altra scelta|altre scelte|"
     "altra possibilità|in alternativa|invece di|al posto di"},
    {PHRASE_OTHER, PORTUGUESE,
     "poderia|poderíamos|também se pode|outra opção|outras opções|outra escolha|"
     "outra possibilidade|em vez de|ao invés de"},
    {PHRASE_OTHER, TURKISH,
     "başka bir seçenek|diğer seçenekler|diğer bir seçenek|alternatif|"
     "alternatif olarak|da kullanılabilir|de kullanılabilir|yerine"},
    {PHRASE_OTHER, DUTCH,
     "zou ook|zouden ook|kan ook|andere keuze|andere keuzes|andere mogelijkheid|"
     "alternatief|alternatieven|in plaats van"},
    {PHRASE_OTHER, POLISH,
     "można też|można także|można również|inny wybór|inna możliwość|alternatywnie|"
     "alternatywą|zamiast"},

    {PHRASE_ANEW, ENGLISH,
     "another|instead|now use|now take|now let|now choose|now set|now define|"
     "now consider|we now|from now on|redefine|redefined|different|new loss|"
     "special case|single example|single sample|one example|replace|replaced|"
     "switch to"},
    {PHRASE_ANEW, GERMAN,
     "stattdessen|statt dessen|von nun an|ab jetzt|nun sei|sei nun|jetzt sei|"
     "sei jetzt|einen anderen|eine andere|ein anderer|ein anderes|spezialfall|"
     "neu definiert"},
    {PHRASE_ANEW, FRENCH,
     "un autre|une autre|désormais|maintenant|plutôt|cas particulier|on remplace"},
    {PHRASE_ANEW, SPANISH,
     "otro|otra|ahora|en cambio|caso particular|caso especial|a partir de ahora"},
    {PHRASE_ANEW, ITALIAN, "un altro|un'altra|ora|adesso|invece|caso particolare|caso speciale"},
    {PHRASE_ANEW, PORTUGUESE, "outro|outra|agora|a partir de agora"},
    {PHRASE_ANEW, TURKISH, "başka bir|artık|şimdi|bunun yerine|özel durum"},
    {PHRASE_ANEW, DUTCH, "een andere|voortaan|vanaf nu|bijzonder geval|speciaal geval"},
    {PHRASE_ANEW, POLISH,
     "inny|inna|inną|inne|teraz|odtąd|szczególny przypadek|przypadek szczególny"},

    {PHRASE_OPTIMUM, ENGLISH,
     "minimum|minima|minimal|minimise|minimize|minimises|minimizes|minimising|"
     "minimizing|minimiser|minimizer|maximum|maxima|maximise|maximize|maximising|"
     "maximizing|optimum|optima|optimal|optimality|extremum|extrema|stationary|"
     "stationarity|critical point|critical points|to zero|to $0$|to 0|equal zero|"
     "equals zero|equal to zero|vanish|vanishes|vanishing|solve|solving|solution|"
     "best fit|first-order condition|first order condition|normal equation|"
     "normal equations|set|setting|setting it|root|least"},
    {PHRASE_OPTIMUM, GERMAN,
     "minimiere|minimieren|minimiert|maximieren|extremstelle|null setzen|nullsetzen|"
     "gleich null|zu null|auf null|stationär|stationärer|kritischer punkt|lösen|"
     "auflösen|verschwindet|verschwinden|notwendige bedingung|setze|setzen|setzt"},
    {PHRASE_OPTIMUM, FRENCH,
     "optimale|annule|annuler|annulant|égal à zéro|égale à zéro|à zéro|nulle|"
     "stationnaire|point critique|résoudre|résolvant"},
    {PHRASE_OPTIMUM, SPANISH,
     "mínimo|mínimos|minimizar|máximo|óptimo|óptima|igual a cero|a cero|anula|"
     "anular|estacionario|punto crítico|resolver|resolviendo"},
    {PHRASE_OPTIMUM, ITALIAN,
     "minimo|minimi|minimizzare|massimo|ottimo|ottima|uguale a zero|a zero|annulla|"
     "annullare|stazionario|punto critico|risolvere|risolvendo"},
    {PHRASE_OPTIMUM, PORTUGUESE, "ótimo|ótima|igual a zero|estacionário|ponto crítico|resolvendo"},
    {PHRASE_OPTIMUM, TURKISH,
     "maksimum|en küçük|en iyi|sıfıra eşit|sıfıra|sıfır|kritik nokta|çözersek"},
    {PHRASE_OPTIMUM, DUTCH,
     "minimaliseren|optimaal|nul stellen|gelijk aan nul|aan nul|op nul|stationair|"
     "kritiek punt|oplossen"},
    {PHRASE_OPTIMUM, POLISH,
     "minimalizować|optymalne|do zera|równe zeru|równa zeru|równa zero|"
     "punkt krytyczny|stacjonarny|rozwiązać|rozwiązując"},

    {PHRASE_ONE_HOT, ENGLISH, "one-hot|one hot|onehot|1-hot|1-of-k|one-of-k|1-of-c|1-of-n"},
    {PHRASE_ONE_HOT, GERMAN, "1-aus-n|1-aus-k"},

    {PHRASE_SYMMETRIC, ENGLISH, "symmetric"},
    {PHRASE_SYMMETRIC, GERMAN,
     "symmetrisch|symmetrische|symmetrischen|symmetrischer|symmetrisches"},
    {PHRASE_SYMMETRIC, FRENCH, "symétrique|symétriques"},
    {PHRASE_SYMMETRIC, SPANISH, "simétrica|simétrico"},
    {PHRASE_SYMMETRIC, TURKISH, "simetrik"},
    {PHRASE_SYMMETRIC, DUTCH, "symmetrisch|symmetrische"},
    {PHRASE_SYMMETRIC, POLISH, "symetryczna|symetryczną|symetrycznej"},

    {PHRASE_BINARY, ENGLISH, "0 or 1|binary label|binary labels|binary target|binary targets"},
    {PHRASE_BINARY, GERMAN, "0 oder 1|binäres label|binäre labels"},
    {PHRASE_BINARY, FRENCH, "0 ou 1|étiquette binaire"},
    {PHRASE_BINARY, SPANISH, "0 o 1|etiqueta binaria"},
    {PHRASE_BINARY, TURKISH, "0 veya 1|0 ya da 1"},
    {PHRASE_BINARY, DUTCH, "0 of 1"},
    {PHRASE_BINARY, POLISH, "0 lub 1|0 albo 1"},

    {PHRASE_REPEATED, ENGLISH,
     "einstein|einstein's|summation convention|repeated index|repeated indices|repeated subscripts|"
     "occurs twice|occur twice|appears twice|appear twice|stands twice"},
    {PHRASE_REPEATED, GERMAN,
     "summenkonvention|doppelt vorkommende|doppelt auftretende|doppelte indizes|zweimal vorkommt"},
    {PHRASE_REPEATED, FRENCH, "indices répétés|indice répété"},
    {PHRASE_REPEATED, SPANISH, "índices repetidos|índice repetido"},
    {PHRASE_REPEATED, ITALIAN, "indici ripetuti|indice ripetuto"},
    {PHRASE_REPEATED, PORTUGUESE, "índices repetidos|índice repetido"},

    {PHRASE_MATRIX, ENGLISH, "matrix|matrices"},
    {PHRASE_MATRIX, GERMAN, "matrix|matrizen|gewichtsmatrix"},
    {PHRASE_MATRIX, FRENCH, "matrice|matrices"},
    {PHRASE_MATRIX, SPANISH, "matriz|matrices"},
    {PHRASE_MATRIX, ITALIAN, "matrice|matrici"},
    {PHRASE_MATRIX, PORTUGUESE, "matriz|matrizes"},
    {PHRASE_MATRIX, TURKISH, "matris|matrisi|matrisler|matrisleri"},
    {PHRASE_MATRIX, DUTCH, "matrix|matrices|gewichtenmatrix"},
    {PHRASE_MATRIX, POLISH, "macierz|macierze|macierzy"},

    {PHRASE_CASE, ENGLISH,
     "coincide|coincides|the same|same index|same class|same unit|same neuron|same node|same "
     "output|same input|"
     "equal indices|indices are equal|index equals|differ|differs|different|distinct|unequal|not "
     "equal|diagonal|"
     "off-diagonal|diagonals|diagonally|otherwise|else|case|cases|other entries|other "
     "classes|other class|"
     "other units|other outputs|other neurons|remaining|correct class|true class|target "
     "class|right class|own"},
    {PHRASE_CASE, GERMAN,
     "gleich|gleichen|gleiche|gleicher|übereinstimmen|verschieden|verschiedene|verschiedenen|"
     "ungleich|"
     "unterschiedlich|unterschiedliche|unterschiedlichen|diagonale|diagonalen|außerhalb|sonst|"
     "andernfalls|fall|"
     "falls|anderen|übrigen|restlichen|richtige klasse|richtigen klasse|eigene|eigenen"},
    {PHRASE_CASE, FRENCH,
     "coïncident|même|mêmes|égaux|différent|différents|différente|distincts|diagonale|diagonaux|"
     "sinon|cas|"
     "autrement|autres|bonne classe|propre"},
    {PHRASE_CASE, SPANISH,
     "coinciden|mismo|misma|mismos|iguales|distinto|distintos|diferente|diferentes|diagonal|"
     "contrario|caso|"
     "casos|otros|otras|demás|clase correcta|propio|propia"},
    {PHRASE_CASE, ITALIAN,
     "coincidono|stesso|stessa|stessi|uguali|diverso|diversi|diverse|distinti|diagonale|altrimenti|"
     "caso|casi|"
     "altri|altre|classe corretta|proprio|propria"},
    {PHRASE_CASE, PORTUGUESE,
     "coincidem|mesmo|mesma|mesmos|iguais|diferente|diferentes|distintos|diagonal|contrário|caso|"
     "casos|outros|"
     "outras|demais|classe correta|próprio|própria"},
    {PHRASE_CASE, TURKISH,
     "aynı|eşitse|eşit ise|farklı|farklıysa|köşegen|aksi halde|aksi "
     "takdirde|durum|durumda|diğer|doğru sınıf|"
     "kendi"},
    {PHRASE_CASE, DUTCH,
     "gelijk|gelijke|dezelfde|hetzelfde|zelfde|verschillend|verschillende|ongelijk|diagonaal|"
     "diagonale|anders|"
     "geval|gevallen|andere|overige|juiste klasse|eigen"},
    {PHRASE_CASE, POLISH,
     "równe|ten sam|ta sama|tego samego|tej "
     "samej|różne|różnych|przekątna|przekątnej|diagonalne|przypadek|"
     "przypadku|przeciwnym|inne|innych|pozostałe|pozostałych|własny|własnego"},

    {PHRASE_POSITIVE, ENGLISH, "positive|nonnegative|non-negative|greater than zero"},
    {PHRASE_POSITIVE, GERMAN,
     "positiv|positive|positiven|positives|positiver|nichtnegativ|nichtnegative"},
    {PHRASE_POSITIVE, FRENCH, "positif|positifs|positive|positives"},
    {PHRASE_POSITIVE, SPANISH, "positivo|positivos|positiva|positivas"},
    {PHRASE_POSITIVE, TURKISH, "pozitif"},
    {PHRASE_POSITIVE, DUTCH, "positief|positieve"},
    {PHRASE_POSITIVE, POLISH, "dodatnie|dodatnia|dodatni|dodatniej|nieujemne"},

    {PHRASE_NOT, ENGLISH, "not|no|never|without|unless"},
    {PHRASE_NOT, GERMAN, "nicht|kein|keine|keinen|ohne"},
    {PHRASE_NOT, FRENCH, "pas|sans"},
    {PHRASE_NOT, SPANISH, "sin"},
    {PHRASE_NOT, ITALIAN, "non|senza"},
    {PHRASE_NOT, PORTUGUESE, "não|sem"},
    {PHRASE_NOT, TURKISH, "değil"},
    {PHRASE_NOT, DUTCH, "niet|geen|zonder"},
    {PHRASE_NOT, POLISH, "nie|bez"},
};

static bool is_letter(char c)
{
    return (unsigned char)c >= 0x80 || isalnum((unsigned char)c);
}

/* In any locale: bytes of longer characters stay as they are. */
static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How much of a text the phrase takes that it begins with, or 0. The phrase ends at a bar. */
static size_t taken(const char *phrase, const char *text, size_t length)
{
    size_t at = 0;
    for (; *phrase && *phrase != '|'; phrase++) {
        if (at == length)
            return 0;
        if (*phrase == ' ') {
            if (!isspace((unsigned char)text[at]))
                return 0;
            while (at < length && isspace((unsigned char)text[at]))
                at++;
        } else if (small(text[at++]) != *phrase) {
            return 0;
        }
    }
    return at == length || !is_letter(text[at]) ? at : 0;
}

static bool begins_with_one(const char *phrases, const char *text, size_t length)
{
    while (!taken(phrases, text, length)) {
        phrases = strchr(phrases, '|');
        if (!phrases)
            return false;
        phrases++;
    }
    return true;
}

/* The bytes that phrases begin with: most words of a text begin with another one. */
static void note_beginnings(enum phrase meaning, bool begins[UCHAR_MAX + 1])
{
    for (size_t n = 0; n < sizeof table / sizeof *table; n++)
        for (const char *p = table[n].meaning == meaning ? table[n].phrases : NULL; p;) {
            begins[(unsigned char)*p] = true;
            p = strchr(p, '|');
            p = p ? p + 1 : NULL;
        }
}

size_t phrase_within(const char *text, size_t length, enum phrase meaning)
{
    bool begins[UCHAR_MAX + 1] = {false};
    note_beginnings(meaning, begins);
    for (size_t at = 0; at < length; at++) {
        if (!begins[(unsigned char)small(text[at])] || (at > 0 && is_letter(text[at - 1])))
            continue;
        for (size_t n = 0; n < sizeof table / sizeof *table; n++)
            if (table[n].meaning == meaning &&
                begins_with_one(table[n].phrases, text + at, length - at))
                return at;
    }
    return length;
}

bool phrase_has(const char *text, size_t length, enum phrase meaning)
{
    return phrase_within(text, length, meaning) < length;
}
