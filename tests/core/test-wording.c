/* Titles of key results and objectives: which can be measured, which say what a
 * team makes, and what is asked then. */

#include "config.h"

#include <string.h>

#include "method/qd-wording.h"

#define GOOD QD_WORDING_GOOD
#define THIN QD_WORDING_THIN
#define TASK QD_WORDING_TASK

typedef struct
{
  const char *title;
  QdWording wording;
} Title;

static const Title TITLES[] = {
  /* From here to there. */
  { "Increase monthly active remote-team workspaces from 200 to 500", GOOD },
  { "Reduce median onboarding time for new workspaces from 3 days to 1 day", GOOD },
  { "reduce production incidents from 8 per month to 3 per month", GOOD },
  { "Increase integration-driven signups from 2% to 8% of total", GOOD },
  { "Increase day-7 retention from 40% to 55%", GOOD },
  { "From 20 to 5", GOOD },
  { "Raise signups from 2 % to 8 %", GOOD },
  { "Raise signups FROM 2 TO 8", GOOD },
  { "Raise NPS to 50 from 20", GOOD },
  { "Set-up time from about 20 minutes to under 5 minutes", GOOD },
  { "Wait from an average of 9 hours to at most 4 hours", GOOD },
  { "Cut the wait from 1 day to 1 hour", GOOD },
  { "Grow revenue from $1.5M to $2M", GOOD },
  { "Grow revenue from EUR 500 to EUR 750", GOOD },
  { "Grow revenue from 500 € to 750 €", GOOD },
  { "Members from 1,000 to 10,000", GOOD },
  { "Members from 9 000 to 10 000", GOOD },
  { "Grow members from 2000 to 2500", GOOD },
  { "Grow members from 2000 members to 2100 members", GOOD },
  { "Errors from 5 in 2025 to 2 in 2026", GOOD },
  { "Lower the freezer from -5 °C to -18 °C", GOOD },
  { "Latency 800 ms → 300 ms", GOOD },
  { "Latency 800ms->300ms", GOOD },
  { "Latency 800ms --> 300ms (p95)", GOOD },
  { "NPS 20 ⇒ 50", GOOD },
  { "Increase retention 40% to 55%", GOOD },
  { "Engineers per manager from 1:3 to 1:5", GOOD },
  { "Rating (from 3.2/5 to 4.5/5)", GOOD },
  { "KR 2: Conversion from 2 to 3 %", GOOD },
  { "Kündigungen von 12 auf 5 senken", GOOD },
  { "Umsatz von 1,5 Mio. € auf 2 Mio. € steigern", GOOD },
  { "Wartezeit von durchschnittlich 9 Std. auf höchstens 4 Std. senken", GOOD },
  { "Zufriedenheit vom Wert 3 zu 5", THIN },
  { "Von 3 zu 5", GOOD },
  { "Réduire le délai de 20 à 5 minutes", GOOD },
  { "Subir la nota de 3 a 5", GOOD },
  { "Portare il voto da 3 a 5", GOOD },

  /* Not two, not different, or not related. */
  { "From 5 to 5", THIN },
  { "From 5% to 5 %", THIN },
  { "From 5 users. Then to 8 users.", THIN },
  { "10 to 20 users", THIN },
  { "Interview 10-20 users", THIN },
  { "Interview 10–20 users", THIN },
  { "3 of 5 teams", THIN },
  { "Get 20% of users to set 3 goals", THIN },
  { "Move 5 teams from 2025 to 2026", THIN },

  /* One number. */
  { "Reach 500 workspaces", THIN },
  { "Achieve a Net Promoter Score of 50+ among remote teams", THIN },
  { "Ship 5 new integrations", THIN },
  { "Get 200K users to deposit money weekly", THIN },
  { "Get 20% of users to set financial goals", THIN },
  { "100% of roles have a plan", THIN },
  { "Hiring is 85%+ of the plan", THIN },
  { "Time-to-fill is ≤45 days.", THIN },
  { "Keep the wait < 24 h", THIN },
  { "Resolution below 24h", THIN },
  { "Relevant results over 5.5M repos.", THIN },
  { "Uptime of 99,95 %", THIN },
  { "2x the activation rate", THIN },
  { "Reach 2000 users", THIN },
  { "NPS 50", THIN },
  { "Net Promoter Score 50", THIN },
  { "Average score of 4+ (\"very good\" = 5)", THIN },
  { "8/month", THIN },
  { "Antwortzeit im Support 4 Stunden", THIN },
  { "Die mittlere Antwortzeit 4 Stunden", THIN },
  { "500 Kunden gewinnen", THIN },
  { "Reach ٥٠ teams", THIN },
  { "In March 5% of all users pay", THIN },
  { "Win Happy Paying Customers 12", THIN },

  /* None: what has digits has them in a name, or a date. */
  { "Improve code quality", TASK },
  { "Launch the new onboarding flow", TASK },
  { "Ship two integrations", TASK },
  { "Finish the Q4 roadmap", TASK },
  { "Finish it by Q4 2026", TASK },
  { "Finish it in 2026", TASK },
  { "2026", TASK },
  { "Publish 2026 Goals", TASK },
  { "The year from 2025 to 2026", TASK },
  { "Prepare 2025–2026", TASK },
  { "Finish it by 2026-12-31", TASK },
  { "Finish it by 31.12.2026", TASK },
  { "Finish it by 15 December", TASK },
  { "Finish it by December 15", TASK },
  { "Run it from 12 May to 30 June", TASK },
  { "Bis 15. Dezember fertig", TASK },
  { "Fertig im 2. Quartal", TASK },
  { "Finish it by 9:00", TASK },
  { "Release v2", TASK },
  { "Release v2.1 of the API", TASK },
  { "Release version 2", TASK },
  { "Release 1.2.3", TASK },
  { "Win B2B customers", TASK },
  { "Improve day-7 retention", TASK },
  { "Improve day 7 retention", TASK },
  { "A 3-day trial for everybody", TASK },
  { "Offer 24/7 support", TASK },
  { "Become ISO 27001 certified", TASK },
  { "Advance deals to Stage 4+", TASK },
  { "Help Tier 1 customers", TASK },
  { "Migrate everything to GTK 4", TASK },
  { "Move all services to Python 3.11", TASK },
  { "Be the 1st in town", TASK },
  { "Print in 3D", TASK },
  { "Be #1", TASK },
  { "Improve p95 latency", TASK },
  { "Migrate from v1 to v2", TASK },
  { "KR 2: Improve quality", TASK },
  { "KR2 Improve quality", TASK },
  { "Key Result:: Improve quality", TASK },
  { "3. Improve quality", TASK },
  { "1.2) Improve quality", TASK },
  { "- [ ] Improve quality", TASK },
  { "Schlüsselergebnis 1: Qualität verbessern", TASK },
  { "H₂O and m²", TASK },
  { "", TASK },
  { "   ", TASK },
  { "→", TASK },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (TITLES); i++)
    {
      g_test_message ("%s", TITLES[i].title);
      g_assert_cmpint (qd_wording_judge (TITLES[i].title), ==, TITLES[i].wording);
    }

  g_assert_cmpint (qd_wording_judge (NULL), ==, TASK);
}

/* A number of an objective is one of a key result, too. */
static void
test_digits (void)
{
  static const struct
  {
    const char *title;
    gboolean digits;
  } OBJECTIVES[] = {
    { "Become the go-to tool for remote teams", FALSE },
    { "Win 50 customers", TRUE },
    { "Be 20% faster", TRUE },
    { "Help the largest enterprises (5k+ users)", TRUE },
    { "Be ready for 2027", FALSE },
    { "Own Q4", FALSE },
    { "A calm FY22-Q3", FALSE },
    { "Win the B2B market", FALSE },
    { "Delight Tier 1 customers", FALSE },
    { "Version 2 feels like home", FALSE },
    { "Objective 1: Delight customers", FALSE },
    { "O2: Delight customers", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (OBJECTIVES); i++)
    {
      g_test_message ("%s", OBJECTIVES[i].title);
      g_assert_cmpint (qd_wording_has_digits (OBJECTIVES[i].title), ==,
                       OBJECTIVES[i].digits);
    }
}

static const struct
{
  const char *title;
  const char *rest;
} OUTPUTS[] = {
  { "Ship the new onboarding", "the new onboarding" },
  { "Ship the new onboarding.", "the new onboarding" },
  { "SHIP IT", "IT" },
  { "Launch", "" },
  { "Launched the app", "the app" },
  { "Launching the app", "the app" },
  { "Shipped the app", "the app" },
  { "Shipping the app", "the app" },
  { "Creating a guide", "a guide" },
  { "Built a guide", "a guide" },
  { "Writing a guide", "a guide" },
  { "Setting up alerts", "alerts" },
  { "Set up alerts", "alerts" },
  { "Roll out Atlas", "Atlas" },
  { "Rolled out Atlas", "Atlas" },
  { "Organise 3 events", "3 events" },
  { "Organize 3 events", "3 events" },
  { "Hire 2 engineers", "2 engineers" },
  { "KR: Publish 2 articles (with Marketing).", "2 articles (with Marketing)" },
  { "2. Publish an article", "an article" },
  { "“Launch the app”", "the app”" },
  { "Launch “Atlas” now", "“Atlas” now" },
  { "Design and roll out a page", "a page" },
  { "Design & build and test a page", "and test a page" },
  { "Deploy from 2 to 10 times a day", "from 2 to 10 times a day" },
  { "Neues Onboarding ausliefern", "Neues Onboarding" },
  { "Neues Onboarding ausliefern!", "Neues Onboarding" },
  { "Neues Onboarding eingeführt", "Neues Onboarding" },
  { "Leitfaden veröffentlichen", "Leitfaden" },
  { "Leitfaden vero\xcc\x88" "ffentlichen", "Leitfaden" },
  { "Projekt abschließen", "Projekt" },
  { "Einführung der App", "der App" },
  { "2 Entwickler einstellen", "2 Entwickler" },
  { "Increase signups from 2% to 8%", NULL },
  { "Improve code quality", NULL },
  { "Build time from 20 to 5 minutes", NULL },
  { "Release frequency from 2 to 8 per month", NULL },
  { "Hiring is 85% of the plan", NULL },
  { "Releases per week from 2 to 8", NULL },
  { "Shipments from 2 to 8", NULL },
  { "Designers are happy", NULL },
  { "Set the bar from 2 to 8", NULL },
  { "Roll the average from 2 to 8", NULL },
  { "Customers see what we ship", NULL },
  { "Kündigungen von 12 auf 5 senken", NULL },
  { "Running", "" },
  { "Runway from 2 to 8 months", NULL },
  { "ausliefern", "" },
  { "", NULL },
  { NULL, NULL },
};

static void
test_output (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (OUTPUTS); i++)
    {
      g_autofree char *rest = NULL;

      g_test_message ("%s", OUTPUTS[i].title);
      g_assert_cmpint (qd_wording_begins_with_output (OUTPUTS[i].title, &rest), ==,
                       OUTPUTS[i].rest != NULL);
      g_assert_cmpstr (rest, ==, OUTPUTS[i].rest);
    }

  g_assert_true (qd_wording_begins_with_output ("Launch it", NULL));
}

static void
test_advice (void)
{
  static const struct
  {
    const char *title;
    const char *advice;
  } ADVICE[] = {
    { "Increase signups from 2% to 8%", NULL },
    { "Ship the new onboarding",
      "What should change thanks to “the new onboarding”? Say from what to what, such "
      "as “Raise … from … to …”." },
    { "Ship 100%n of %s",
      "What should change thanks to “100%n of %s”? Say from what to what, such "
      "as “Raise … from … to …”." },
    { "Launch",
      "What should change thanks to that? Say from what to what, such as “Raise … from "
      "… to …”." },
    { "Ship it",
      "What should change thanks to that? Say from what to what, such as “Raise … from "
      "… to …”." },
    { "Ship it, all of it",
      "What should change thanks to “it, all of it”? Say from what to what, such as "
      "“Raise … from … to …”." },
    { "Deploy from 2 to 10 times a day",
      "What should change thanks to that? Say from what to what, such as “Raise … from "
      "… to …”." },
    { "Launch the  page→faster",
      "What should change thanks to “the page → faster”? Say from what to what, such as "
      "“Raise … from … to …”." },
    { "Reach 500 workspaces",
      "Say where it starts, too: “from … to 500 workspaces”." },
    { "Reach (about) 500 active remote workspaces by spring",
      "Say where it starts, too: “from … to 500 active remote workspaces”." },
    { "Reach 10 000 users", "Say where it starts, too: “from … to 10 000 users”." },
    { "Uptime of 99.9 % everywhere",
      "Say where it starts, too: “from … to 99.9 %”." },
    { "Answer within at most 3 working days",
      "Say where it starts and where it should land: “from … to …”." },
    { "Increase signups by 20%",
      "Say where it starts and where it should land: “from … to …”." },
    { "2x signups",
      "Say where it starts and where it should land: “from … to …”." },
    { "3 of 5 teams",
      "Say where it starts and where it should land: “from … to …”." },
    { "500 Kunden gewinnen", "Say where it starts, too: “from … to 500 Kunden”." },
    { "Umsatz auf 50 senken", "Say where it starts, too: “from … to 50”." },
    { "KR 3: Improve code quality.",
      "“Improve code quality”: how would you see that? Name something to count, as in "
      "“… from … to …”." },
    { "Improve\ncode\tquality",
      "“Improve code quality”: how would you see that? Name something to count, as in "
      "“… from … to …”." },
    { "  ", "What should change? Name something to count, as in “… from … to …”." },
    { NULL, "What should change? Name something to count, as in “… from … to …”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ADVICE); i++)
    {
      g_autofree char *advice = qd_wording_advise (ADVICE[i].title);

      g_assert_cmpstr (advice, ==, ADVICE[i].advice);
    }
}

static void
test_advice_on_numbers (void)
{
  g_autofree char *good = qd_wording_advise_numbers ("Ship from 2 to 8 of 9");
  g_autofree char *thin = qd_wording_advise_numbers ("Ship 5 parts");
  g_autofree char *none = qd_wording_advise_numbers ("Ship parts");

  g_assert_null (good);
  g_assert_cmpstr (thin, ==, "Say where it starts, too: “from … to 5 parts”.");
  g_assert_cmpstr (none, ==,
                   "“Ship parts”: how would you see that? Name something to count, as in "
                   "“… from … to …”.");
}

/* Asks all there is to ask of @title, and returns the advice. */
static char *
ask (const char *title)
{
  g_autofree char *rest = NULL;
  char *advice;

  qd_wording_judge (title);
  qd_wording_has_digits (title);
  qd_wording_begins_with_output (title, &rest);
  if (rest != NULL)
    g_assert_true (g_utf8_validate (rest, -1, NULL));

  advice = qd_wording_advise (title);
  if (advice != NULL)
    {
      g_assert_true (g_utf8_validate (advice, -1, NULL));
      g_assert_null (strchr (advice, '\n'));
      g_assert_cmpint (g_utf8_strlen (advice, -1), <, 400);
    }

  return advice;
}

static void
test_hostile (void)
{
  static const char * const TITLES_OF_ENEMIES[] = {
    "%s%s%n %d 5 %", "\xff\xfe 5", "5\xc3", "…", "\"", "“”", "(((((5", "5)))))",
    "-", "--", "->", "5->", "->5", "5 -> -> 6", "+", "+-5", "$", "$$$", "US$", "1,", ",1",
    "1.", "1..2", "1,2,3,4", "9999999999999999999999999999", "5 000 000 000",
    "1\xef\xb8\x8f\xe2\x83\xa3 first", "\x01\x02 5", "to 5", "from", "from to", "from 5",
    "KR:", "KR: KR: KR:", "1. 2. 3.", "from from from 5 to to to 6", "\xe2\x80\xae" "5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TITLES_OF_ENEMIES); i++)
    {
      g_autofree char *advice = ask (TITLES_OF_ENEMIES[i]);
    }
}

static void
test_long (void)
{
  static const char * const PARTS[] = {
    "word ", "5 ", "from 5 to ", "→", "a", "(", "1.", "- ", "5 000 ", "KR: ", "launch and ",
    "\xcc\x88", "2000 ", "Ü",
  };

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      g_autoptr (GString) title = g_string_new ("Launch ");
      g_autofree char *advice = NULL;
      g_autofree char *bare = NULL;

      for (guint n = 0; n < 10000; n++)
        g_string_append (title, PARTS[i]);

      advice = ask (title->str);
      bare = ask (title->str + strlen ("Launch "));
    }
}

/* What is written from right to left stays within its quotes, and marks of
 * direction have no power beyond them. */
static void
test_direction (void)
{
  g_autofree char *arabic = qd_wording_advise ("تحسين الجودة");
  g_autofree char *marked = qd_wording_advise ("Improve \u202equality\u2066");

  g_assert_true (g_str_has_prefix (arabic, "“\u2068تحسين الجودة\u2069”"));
  g_assert_true (g_str_has_prefix (marked, "“Improve quality”"));
}

static void
test_cut (void)
{
  g_autofree char *advice =
    qd_wording_advise ("Improve the quality of everything that anybody has ever made in "
                       "this house");

  g_assert_true (g_str_has_prefix (advice, "“Improve the quality of everything that "
                                           "anybody has ever…”:"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/judge", test_judge);
  g_test_add_func ("/wording/digits", test_digits);
  g_test_add_func ("/wording/output", test_output);
  g_test_add_func ("/wording/advice", test_advice);
  g_test_add_func ("/wording/advice-on-numbers", test_advice_on_numbers);
  g_test_add_func ("/wording/hostile", test_hostile);
  g_test_add_func ("/wording/long", test_long);
  g_test_add_func ("/wording/direction", test_direction);
  g_test_add_func ("/wording/cut", test_cut);

  return g_test_run ();
}
