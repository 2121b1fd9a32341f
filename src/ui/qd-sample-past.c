/* What happened in the sample quarter so far: check-ins of the weeks behind, and what
 * belongs to some of its cards.
 *
 * The last value of each is in the outline of the sample.
 */

#include "config.h"

#include "qd-sample-past.h"
#include "store/qd-transaction.h"

#define N_WEEKS 5

/* The value of a week that nobody told of. */
#define SILENT G_MAXDOUBLE

static const struct
{
  const char *card; /* how its title begins */
  double values[N_WEEKS];
  int confidence;
  const char *note;
  const char *blocker;
} past[] = {
  { "Raise jobs closed", { 71, 72, 74, 75, 76 }, 7,
    "The checklist before leaving the depot is used by every crew now.", NULL },
  { "Cut the time to find", { 6, 6, 5.2, 4.4, 3.9 }, 8, "Search by photo is out.", NULL },
  { "Lower jobs stopped", { 14, 13.6, 14.1, 14.4, 14.8 }, 3, "Two suppliers went silent.",
    "Two suppliers no longer send stock levels" },
  { "Reduce reports lost", { 40, 36, 29, 21, 15 }, 8, "Retries survive a restart.", NULL },
  { "Increase jobs started", { 9, 14, 19, 22, 24 }, 9, "Offline is the default now.", NULL },
  { "Bring the first sync", { 90, 84, 71, 60, 55 }, 6, "Pictures come last.", NULL },
  { "Raise newcomers", { 30, 30, 31, 33, 36 }, 5, "The first pairings began.", NULL },
  { "Cut taps", { 23, 20, 17, 14, 13 }, 9, "One page less.", NULL },
  { "Increase customers", { 22, 27, 33, 38, 43 }, 8, "The report comes by mail.", NULL },
  { "Raise net revenue", { 98, 98, 98.4, 98.7, 98.9 }, 4, "Two renewals slipped.",
    "Two large renewals wait for a signature" },
  { "Shorten the path", { 45, 43, 41, 38, 35 }, 6, "The set-up call is optional.", NULL },
  { "Lower the time to a first", { 55, 47, 39, 31, 27 }, 8, "Night shift is staffed.", NULL },
  { "Raise questions solved", { 48, 51, 54, 57, 59 }, 7, "Answers are templates.", NULL },
  { "Keep satisfaction", { 4.2, 4.2, 4.3, 4.3, 4.3 }, 5, "Little movement.", NULL },
  { "Grow fixes", { 60, 63, 66, 72, 80 }, 2, "Waiting for the review.",
    "Legal review of sharing between competitors" },
  { "Increase trials", { 18, 22, 27, 33, 37 }, 7, "The calculator went live.", NULL },
  { "Raise visitors", { 1.2, 1.4, 1.6, 1.9, 2 }, 6, "A shorter form.", NULL },
  { "Raise trials with", { 24, 26, 30, 31, 34 }, 6, "A guide for the first job.", NULL },
  { "Lift trial-to-paid", { 9, 9.4, 10, SILENT, SILENT }, 5, "Prices are clearer.", NULL },
  { "Grow monthly wind", { 180, 192, 203, 214, 226 }, 7, "Two towers more.", NULL },
};

static const struct
{
  const char *card;
  const char *title;
  gboolean done;
} milestones[] = {
  { "Have 15 crews", "Gloves for every crew", TRUE },
  { "Have 15 crews", "Five crews in Rotterdam", FALSE },
  { "Have 15 crews", "Ten crews in Porto and Aberdeen", FALSE },
  { "Bring the first sync", "Measure on the oldest phones", TRUE },
  { "Bring the first sync", "Pictures in the background", TRUE },
  { "Bring the first sync", "Only what changed", FALSE },
};

static const struct
{
  const char *card;
  const char *title;
  const char *on;
  gboolean escalated;
} dependencies[] = {
  { "Lower jobs stopped", "A new contract with stock levels", "Growth", TRUE },
  { "Grow fixes", "Terms for sharing fixes", "Legal", FALSE },
};

static QdId
find_in (QdBoard    *board,
         const char *beginning)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          QdEntity *card = qd_ordered_list_peek (cards, j);

          if (g_str_has_prefix (qd_entity_get_title (card), beginning))
            return qd_entity_get_id (card);
        }
    }

  return QD_ID_NONE;
}

static QdId
find_card (QdStore    *store,
           const char *beginning)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  QdId card = QD_ID_NONE;

  for (guint i = 0; card == QD_ID_NONE && i < qd_ordered_list_get_length (boards); i++)
    card = find_in (qd_ordered_list_peek (boards, i), beginning);

  return card;
}

static gboolean
load_all (QdStore  *store,
          GError  **error)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    if (!qd_store_load_board (store, qd_ordered_list_peek (boards, i), error))
      return FALSE;

  return TRUE;
}

static void
check_in (QdTransaction *transaction,
          QdId           card,
          guint          nth,
          guint          week,
          QdDay          day)
{
  const QdId id = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
  const gboolean last = week == N_WEEKS - 1;
  const int less = (int) (N_WEEKS - 1 - week) / 2;

  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_CHECKIN_DAY, day);
  qd_transaction_set_real (transaction, id, QD_FIELD_CHECKIN_VALUE, past[nth].values[week]);
  qd_transaction_set_integer (transaction, id, QD_FIELD_CHECKIN_CONFIDENCE,
                              MAX (past[nth].confidence - less, 0));
  if (last && past[nth].note != NULL)
    qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_NOTE, past[nth].note);
  if (last && past[nth].blocker != NULL)
    qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_BLOCKER, past[nth].blocker);
}

static void
tell_weeks (QdTransaction *transaction,
            QdStore       *store,
            QdDay          today)
{
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      const QdId card = find_card (store, past[i].card);

      for (guint week = 0; card != QD_ID_NONE && week < N_WEEKS; week++)
        if (past[i].values[week] != SILENT)
          check_in (transaction, card, i, week, today - 7 * (N_WEEKS - week));
    }
}

static void
add_belongings (QdTransaction *transaction,
                QdStore       *store,
                QdDay          today)
{
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      const QdId card = find_card (store, milestones[i].card);
      const QdId id = qd_transaction_create (transaction, QD_ENTITY_MILESTONE);

      qd_transaction_place (transaction, QD_ENTITY_MILESTONE, id, card, QD_SIDE_LAST,
                            QD_ID_NONE);
      qd_transaction_set_text (transaction, id, QD_FIELD_MILESTONE_TITLE, milestones[i].title);
      if (milestones[i].done)
        qd_transaction_set_integer (transaction, id, QD_FIELD_MILESTONE_DONE, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dependencies); i++)
    {
      const QdId id = qd_transaction_create (transaction, QD_ENTITY_DEPENDENCY);

      qd_transaction_set_id (transaction, id, QD_FIELD_DEPENDENCY_CARD,
                             find_card (store, dependencies[i].card));
      qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_TITLE,
                               dependencies[i].title);
      qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_ON, dependencies[i].on);
      qd_transaction_set_day (transaction, id, QD_FIELD_DEPENDENCY_FLAGGED, today - 14);
      if (dependencies[i].escalated)
        qd_transaction_set_day (transaction, id, QD_FIELD_DEPENDENCY_ESCALATED, today - 7);
    }
}

/**
 * qd_sample_past_write:
 * @store: the sample, with its outline brought in
 * @today: the day that the weeks are counted back from
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
qd_sample_past_write (QdStore  *store,
                      QdDay     today,
                      GError  **error)
{
  g_autoptr (QdTransaction) transaction = NULL;

  if (!load_all (store, error))
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  tell_weeks (transaction, store, today);
  add_belongings (transaction, store, today);

  return qd_transaction_commit (transaction, error);
}
