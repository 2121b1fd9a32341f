/* The numbers of key results: what is one, and what only looks like one. */

#include "config.h"

#include <math.h>

#include "exchange/qd-quantity.h"

#define NONE NAN

typedef struct
{
  const char *statement;
  double baseline;
  double target;
  const char *unit;
} Statement;

static const Statement STATEMENTS[] = {
  /* From here to there. */
  { "Increase workspaces from 200 to 500", 200, 500, NULL },
  { "From 200 to 500", 200, 500, NULL },
  { "Cut onboarding from 3 days to 1 day", 3, 1, "days" },
  { "Stretch the trial from 1 day to 3 days", 1, 3, "days" },
  { "Raise signups from 2% to 8% of total", 2, 8, "%" },
  { "Raise signups from 2 to 8 %", 2, 8, "%" },
  { "Raise signups from 2 percent to 8 percent", 2, 8, "%" },
  { "Grow revenue from $1.5M to $2M", 1500000, 2000000, "$" },
  { "Grow revenue from €900k to €1.2M", 900000, 1200000, "€" },
  { "Grow revenue from 1.5 million to 2 million dollars", 1500000, 2000000,
    "dollars" },
  { "Grow revenue from US$1,000 to US$2,500", 1000, 2500, "US$" },
  { "Grow revenue from EUR 500 to EUR 750", 500, 750, "EUR" },
  { "Grow revenue from 500 € to 750 €", 500, 750, "€" },
  { "Reduce incidents from 8 per month to 3 per month", 8, 3, "per month" },
  { "Reduce incidents from 8/month to 3/month", 8, 3, "/month" },
  { "Lower temperature from -5 °C to -18 °C", -5, -18, "°C" },
  { "Lower debt from \xe2\x88\x92" "5 to 10 points", -5, 10, "points" },
  { "Move the balance from -10 to 0", -10, 0, NULL },
  { "Raise NPS to 50 from 20", 20, 50, NULL },
  { "Latency 800 ms → 300 ms", 800, 300, "ms" },
  { "Latency 800ms -> 300ms (95th percentile)", 800, 300, "ms" },
  { "Set-up time from 20 minutes to under 5 minutes", 20, 5, "minutes" },
  { "Wait from an average of 9 hours to at most 4 hours", 9, 4, "hours" },
  { "Raise the rating (from 3.2/5 to 4.5/5)", 3.2, 4.5, "/5" },
  { "Members from 1,000 to 10,000", 1000, 10000, NULL },
  { "Members from 900 to 1k", 900, 1000, NULL },
  { "Members from 0 to 2M", 0, 2000000, NULL },
  { "Replies from 2% of customers to 8%", 2, 8, "%" },
  { "Errors from 5 in 2025 to 2 in 2026", 5, 2, NULL },
  { "Kündigungen von 12 auf 5 senken", 12, 5, NULL },
  { "Wartezeit von 1 Stunde auf 20 Minuten", NONE, NONE, NULL },
  { "Umsatz von 1,5 Mio. € auf 2 Mio. €", 1500000, 2000000, "€" },
  { "From 3 weeks to 5 days", NONE, NONE, NULL },
  { "From 5 to 5", NONE, NONE, NULL },
  { "From 1.5 to 2M", NONE, NONE, NULL },
  { "From 2M to 3", NONE, NONE, NULL },
  { "From 2025 to 2026", NONE, NONE, NULL },
  { "From 2000 users to 2100 users", 2000, 2100, "users" },
  { "Latency from 800 to 300 and errors from 5 to 2", NONE, NONE, NULL },
  { "Migrate from v1 to v2", NONE, NONE, NULL },
  { "Plan from 2026-10-01 to 2026-12-31", NONE, NONE, NULL },
  { "Move everybody from Tier 3 to Tier 1", NONE, NONE, NULL },

  /* One number with its unit. */
  { "Publish 2 articles", NONE, 2, "articles" },
  { "Publish 2 articles focused on talent", NONE, 2, "articles" },
  { "Ship 5 new integrations", NONE, 5, NULL },
  { "Get 200K users to deposit money weekly", NONE, 200000, "users" },
  { "Get 20% of users to set goals", NONE, 20, "%" },
  { "Achieve a Net Promoter Score of 50+ among teams", NONE, 50, NULL },
  { "NPS 50", NONE, 50, NULL },
  { "Reach NPS ≥ 50", NONE, 50, NULL },
  { "Time-to-fill is ≤45 days.", NONE, 45, "days" },
  { "Average score of 4+ (\"very good\" = 5)", NONE, 4, NULL },
  { "Hiring is 85%+ of the plan", NONE, 85, "%" },
  { "100% of roles have a plan", NONE, 100, "%" },
  { "Reach 10,000 subscribers", NONE, 10000, "subscribers" },
  { "Index 5.5M repos", NONE, 5500000, "repos" },
  { "Index 3 M repos", NONE, 3000000, "repos" },
  { "Earn 2.5bn", NONE, 2500000000, NULL },
  { "Resolution below 24h after the first contact", NONE, 24, "h" },
  { "Answer 90% of tickets within 4 hours", NONE, 90, "%" },
  { "Answer every ticket within 4 hours", NONE, 4, "hours" },
  { "Raise conversion of the 3 funnels to 40%", NONE, 40, "%" },
  { "Mindestens 80 % der Kunden antworten", NONE, 80, "%" },
  { "Reach 1 000 readers", NONE, 1000, "readers" },
  { "Reach 12\xe2\x80\xaf" "500 readers", NONE, 12500, "readers" },
  { "Increase revenue by 20%", NONE, 20, "%" },
  { "Serve 2000 guests", NONE, 2000, "guests" },

  /* No metric. */
  { "Improve code quality", NONE, NONE, NULL },
  { "2x weekly activation", NONE, NONE, NULL },
  { "Grow 3 x faster", NONE, NONE, NULL },
  { "Finish the plan by the end of Q3", NONE, NONE, NULL },
  { "Budgets for FY23 are set", NONE, NONE, NULL },
  { "Ship the roadmap in 2026", NONE, NONE, NULL },
  { "Launch by 15 December", NONE, NONE, NULL },
  { "Launch by December 15", NONE, NONE, NULL },
  { "Launch by 15. Dezember", NONE, NONE, NULL },
  { "Become ISO 27001 certified", NONE, NONE, NULL },
  { "Pass the SOC 2 audit", NONE, NONE, NULL },
  { "Advance deals to Stage 4+", NONE, NONE, NULL },
  { "Tier 1 or Tier 2 customers are happy", NONE, NONE, NULL },
  { "Customers with a score of 50 or less have improved", NONE, NONE, NULL },
  { "Win the largest companies (5k+ user, global)", NONE, NONE, NULL },
  { "Port the app to GTK 4", NONE, NONE, NULL },
  { "Release version 1.2.3", NONE, NONE, NULL },
  { "Support 24/7", NONE, NONE, NULL },
  { "Hold 1:1 talks at 9:00", NONE, NONE, NULL },
  { "Be the 1st in the 3rd league", NONE, NONE, NULL },
  { "Improve day-7 retention", NONE, NONE, NULL },
  { "Start a 90-day programme", NONE, NONE, NULL },
  { "Interview 10-20 users", NONE, NONE, NULL },
  { "Interview 10 to 20 users", NONE, NONE, NULL },
  { "Cut p95 latency", NONE, NONE, NULL },
  { "Fix issue #123", NONE, NONE, NULL },
  { "Publish 2 articles on 5 topics", NONE, NONE, NULL },
  { "100% of staff with a 75% reduction of work", NONE, NONE, NULL },
  { "", NONE, NONE, NULL },
};

/* Says what is wrong, and goes on with the next case. */
static void G_GNUC_PRINTF (1, 2)
fail (const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_test_message ("%s", message);
  g_test_fail ();
}

static void
assert_number (double      actual,
               double      expected,
               const char *statement)
{
  if (isnan (expected) ? !isnan (actual) :
      isnan (actual) || fabs (actual - expected) > 1e-9 * MAX (1, fabs (expected)))
    fail ("“%s”: %g instead of %g", statement, actual, expected);
}

static void
assert_unit (const char *actual,
             const char *expected,
             const char *statement)
{
  if (g_strcmp0 (actual, expected) != 0)
    fail ("“%s”: unit %s instead of %s", statement, actual, expected);
}

static void
test_statements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATEMENTS); i++)
    {
      const Statement *expected = &STATEMENTS[i];
      QdQuantity quantity;
      gboolean found = qd_quantity_find (expected->statement, &quantity);

      assert_number (quantity.baseline, expected->baseline, expected->statement);
      assert_number (quantity.target, expected->target, expected->statement);
      assert_unit (quantity.unit, expected->unit, expected->statement);
      if (found != !isnan (expected->target))
        fail ("“%s”: found is %d", expected->statement, found);
      qd_quantity_clear (&quantity);
    }
}

/* The same number, with the separators that people use. */
static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    double value;
  } NUMBERS[] = {
    { "1000", 1000 },
    { "1,000", 1000 },
    { "1,000,000", 1000000 },
    { "1.000.000", 1000000 },
    { "1.5", 1.5 },
    { "1.500", 1.5 },
    { "2,5", 2.5 },
    { "2,50", 2.5 },
    { "0,125", 0.125 },
    { "12,5", 12.5 },
    { "1234,567", 1234.567 },
    { "1.000,5", 1000.5 },
    { "1,000.5", 1000.5 },
    { "1 000 000", 1000000 },
    { "1 000,5", 1000.5 },
    { "1'000", 1000 },
    { "1’000.25", 1000.25 },
    { "1\xc2\xa0" "000", 1000 },
    { "1\xe2\x80\x89" "000", 1000 },
    { "-3", -3 },
    { "+3", 3 },
    { "007", 7 },
    { "1.5k", 1500 },
    { "2K", 2000 },
    { "€5m", 5000000 },
    { "2 Mrd.", 2000000000 },
    { "1.2.3", NONE },
    { "1,00,000", NONE },
    { "1'00", NONE },
    { "1,000,00.5", NONE },
    { "99999999999999999999", NONE },
    { "five", NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    {
      g_autofree char *unit = NULL;
      QdMetricKind metric;
      const char *rest;
      double value = NONE;

      qd_quantity_read (NUMBERS[i].text, &value, &unit, &metric, &rest);
      assert_number (value, NUMBERS[i].value, NUMBERS[i].text);
    }
}

/* Values of fields: what the number does not say is left over. */
static void
test_values (void)
{
  static const struct
  {
    const char *text;
    double value;
    const char *unit;
    const char *rest;
  } VALUES[] = {
    { "350", 350, NULL, "" },
    { "350.", 350, NULL, "" },
    { "350 users", 350, "users", "" },
    { "41 %", 41, "%", "" },
    { "41% of orders", 41, "%", "of orders" },
    { "$1.7M", 1700000, "$", "" },
    { "3.5 minutes (May)", 3.5, "minutes", "(May)" },
    { "about 12", 12, NULL, "about 12" },
    { "50+", 50, NULL, "50+" },
    { "≤ 4", 4, NULL, "≤ 4" },
    { "as soon as possible", NONE, NULL, NULL },
    { "4/5", NONE, NULL, NULL },
    { "since 2 weeks", NONE, NULL, NULL },
    { "2026-10-01", NONE, NULL, NULL },
    { "", NONE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    {
      g_autofree char *unit = NULL;
      const char *rest = NULL;
      double value = NONE;
      QdMetricKind metric;
      gboolean read = qd_quantity_read (VALUES[i].text, &value, &unit, &metric, &rest);

      g_assert_cmpint (read, ==, !isnan (VALUES[i].value));
      assert_number (value, VALUES[i].value, VALUES[i].text);
      assert_unit (unit, VALUES[i].unit, VALUES[i].text);
      g_assert_cmpstr (rest, ==, VALUES[i].rest);
    }
}

/* A limit to keep to, or where to go. */
static void
test_limits (void)
{
  static const struct
  {
    const char *statement;
    double target;
    QdMetricKind metric;
  } LIMITS[] = {
    { "Keep churn at most 3 %", 3, QD_METRIC_AT_MOST },
    { "latency ≤ 200 ms", 200, QD_METRIC_AT_MOST },
    { "Latency <= 200 ms", 200, QD_METRIC_AT_MOST },
    { "p95 latency < 200ms", 200, QD_METRIC_AT_MOST },
    { "on-time ≥ 95%", 95, QD_METRIC_AT_LEAST },
    { "Delivery on time >=95 %", 95, QD_METRIC_AT_LEAST },
    { "at least 99.9 %", 99.9, QD_METRIC_AT_LEAST },
    { "Uptime of at least 99.9 %", 99.9, QD_METRIC_AT_LEAST },
    { "Time-to-fill is ≤45 days.", 45, QD_METRIC_AT_MOST },
    { "Keep errors below 5 per month", 5, QD_METRIC_AT_MOST },
    { "No more than 3 incidents", 3, QD_METRIC_AT_MOST },
    { "Fewer than 3 incidents", 3, QD_METRIC_AT_MOST },
    { "Never less than 40 points of NPS", 40, QD_METRIC_CHANGE },
    { "Never less than 40 %", 40, QD_METRIC_AT_LEAST },
    { "Keep at least 10 partners", 10, QD_METRIC_AT_LEAST },
    { "Mindestens 99,5 % verfügbar", 99.5, QD_METRIC_AT_LEAST },
    { "Abwanderung höchstens 3 %", 3, QD_METRIC_AT_MOST },
    { "Abwanderung unter 3 % halten", 3, QD_METRIC_AT_MOST },
    { "Weniger als 5 Ausfälle", 5, QD_METRIC_AT_MOST },

    { "Reduce churn to at most 3 %", 3, QD_METRIC_CHANGE },
    { "Reduce churn below 3 %", 3, QD_METRIC_CHANGE },
    { "Raise NPS above 40", 40, QD_METRIC_CHANGE },
    { "Reach NPS ≥ 50", 50, QD_METRIC_CHANGE },
    { "Win at least 10 customers", 10, QD_METRIC_CHANGE },
    { "At least 10 customers renew", 10, QD_METRIC_CHANGE },
    { "Abwanderung auf unter 3 % senken", 3, QD_METRIC_CHANGE },
    { "Abwanderung unter 3 % senken", 3, QD_METRIC_CHANGE },
    { "Raise NPS to 40", 40, QD_METRIC_CHANGE },
    { "Wait from an average of 9 hours to at most 4 hours", 4, QD_METRIC_CHANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (LIMITS); i++)
    {
      QdQuantity quantity;

      g_test_message ("%s", LIMITS[i].statement);
      g_assert_true (qd_quantity_find (LIMITS[i].statement, &quantity));
      g_assert_cmpfloat (quantity.target, ==, LIMITS[i].target);
      g_assert_cmpint (quantity.metric, ==, LIMITS[i].metric);
      qd_quantity_clear (&quantity);
    }
}

/* What names a baseline and a target is told of where it has none. */
static void
test_flaws (void)
{
  static const struct
  {
    const char *statement;
    QdQuantityFlaw flaw;
  } FLAWS[] = {
    { "Grow from 1 to 2", QD_QUANTITY_FLAW_NONE },
    { "Stay from 5 to 5", QD_QUANTITY_FLAW_SAME },
    { "Grow from 1e300 to 1e308", QD_QUANTITY_FLAW_UNCLEAR },
    { "Grow from 1 to 99999999999999999999", QD_QUANTITY_FLAW_UNCLEAR },
    { "Wartezeit von 1 Stunde auf 20 Minuten", QD_QUANTITY_FLAW_UNCLEAR },
    { "Latency from 800 to 300 and errors from 5 to 2", QD_QUANTITY_FLAW_UNCLEAR },
    { "From 1.5 to 2M", QD_QUANTITY_FLAW_UNCLEAR },
    { "From 2025 to 2026", QD_QUANTITY_FLAW_NONE },
    { "Move from Tier 1 to Tier 2", QD_QUANTITY_FLAW_NONE },
    { "Get from idea to launch in 5 days", QD_QUANTITY_FLAW_NONE },
    { "Nothing at all", QD_QUANTITY_FLAW_NONE },
    { "", QD_QUANTITY_FLAW_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FLAWS); i++)
    {
      QdQuantity quantity;

      g_test_message ("%s", FLAWS[i].statement);
      qd_quantity_find (FLAWS[i].statement, &quantity);
      g_assert_cmpint (quantity.flaw, ==, FLAWS[i].flaw);
      qd_quantity_clear (&quantity);
    }
}

static void
test_same_unit (void)
{
  g_assert_true (qd_quantity_same_unit ("day", "days"));
  g_assert_true (qd_quantity_same_unit ("Days", "day"));
  g_assert_true (qd_quantity_same_unit ("Minute", "Minuten"));
  g_assert_true (qd_quantity_same_unit ("entry", "entries"));
  g_assert_true (qd_quantity_same_unit ("%", "%"));
  g_assert_false (qd_quantity_same_unit ("%", "$"));
  g_assert_false (qd_quantity_same_unit ("day", "date"));
  g_assert_false (qd_quantity_same_unit ("h", "hours"));
  g_assert_false (qd_quantity_same_unit ("days", "weeks"));
}

/* Long statements take no longer than they must. */
static void
test_long_statements (void)
{
  static const char * const PIECES[] = {
    "5 ", "5", "from 1 to 2 ", "to 1 from 2 ", "1,", "1 000 ", "≤ ", "$", "from ",
    "Tier 1 ", "(", "x", " ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      g_autoptr (GString) statement = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();
      QdQuantity quantity;

      while (statement->len < 1 << 20)
        g_string_append (statement, PIECES[i]);
      qd_quantity_find (statement->str, &quantity);
      qd_quantity_clear (&quantity);

      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantity/statements", test_statements);
  g_test_add_func ("/quantity/separators", test_separators);
  g_test_add_func ("/quantity/values", test_values);
  g_test_add_func ("/quantity/limits", test_limits);
  g_test_add_func ("/quantity/flaws", test_flaws);
  g_test_add_func ("/quantity/same-unit", test_same_unit);
  g_test_add_func ("/quantity/long-statements", test_long_statements);

  return g_test_run ();
}
