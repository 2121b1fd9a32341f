/* What changes in the list of a review when there is another one.
 *
 * It is found outside of the interface's thread, where a long review would hold up a
 * frame, and done in it: no more is done than what is another. As many lines stay where
 * they are as can; one that moves is the same object in another place.
 */

#include "config.h"

#include "qd-review-change.h"

#define NOWHERE G_MAXUINT

/* Where each of @after stood before, by position, no place twice; NOWHERE for what is
 * new.
 */
static guint *
find_places (GPtrArray *before,
             GPtrArray *after)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint *found = g_new (guint, after->len);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (places, (gpointer) qd_review_line_get_key (before->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < after->len; i++)
    {
      const char *key = qd_review_line_get_key (after->pdata[i]);

      /* 0 is none, and one less is NOWHERE. */
      found[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, key)) - 1;
      g_hash_table_remove (places, key);
    }

  return found;
}

/* How many of the @n_ends runs end before @place. */
static guint
find_run (const guint *places,
          const guint *ends,
          guint        n_ends,
          guint        place)
{
  guint low = 0;

  while (low < n_ends)
    {
      const guint middle = low + (n_ends - low) / 2;

      if (places[ends[middle]] < place)
        low = middle + 1;
      else
        n_ends = middle;
    }

  return low;
}

/* Those of @places that stay, which is the longest run of them that grows: their
 * positions, the last one first.
 */
static GArray *
find_staying (const guint *places,
              guint        length)
{
  GArray *staying = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *ends = g_new (guint, length);     /* of the best run of each length */
  g_autofree guint *previous = g_new (guint, length); /* in its run */
  guint n_ends = 0;

  for (guint i = 0; i < length; i++)
    {
      guint run;

      if (places[i] == NOWHERE)
        continue;

      run = find_run (places, ends, n_ends, places[i]);
      previous[i] = run > 0 ? ends[run - 1] : NOWHERE;
      ends[run] = i;
      n_ends = MAX (n_ends, run + 1);
    }

  for (guint i = n_ends > 0 ? ends[n_ends - 1] : NOWHERE; i != NOWHERE; i = previous[i])
    g_array_append_val (staying, i);

  return staying;
}

static void
add_splice (QdReviewChange *self,
            guint           first_before,
            guint           end_before,
            guint           first_after,
            guint           end_after)
{
  const QdListChange splice = { first_before, end_before - first_before,
                                end_after - first_after };

  if (splice.removed + splice.added == 0)
    return;

  g_array_append_val (self->splices, splice);
  g_array_append_val (self->sources, first_after);
}

static void
find_splices (QdReviewChange *self,
              const guint    *places,
              guint           n_before)
{
  g_autoptr (GArray) staying = find_staying (places, self->lines->len);
  guint end_before = n_before;
  guint end_after = self->lines->len;

  for (guint i = 0; i < staying->len; i++)
    {
      const guint nth = g_array_index (staying, guint, i);

      add_splice (self, places[nth] + 1, end_before, nth + 1, end_after);
      end_before = places[nth];
      end_after = nth;
    }
  add_splice (self, 0, end_before, 0, end_after);
}

/* What was told before is told by the object that did it. */
static void
keep_lines (QdReviewChange *self,
            const guint    *places,
            GPtrArray      *before)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (QdReviewLine) line = NULL;

      if (places[i] == NOWHERE)
        continue;

      line = self->lines->pdata[i];
      self->lines->pdata[i] = g_object_ref (before->pdata[places[i]]);
      if (qd_review_line_equal (self->lines->pdata[i], line))
        continue;

      g_ptr_array_add (self->stale, g_object_ref (self->lines->pdata[i]));
      g_ptr_array_add (self->news, g_steal_pointer (&line));
    }
}

/**
 * qd_review_change_new:
 * @before: (element-type QdReviewLine): what is told; nobody may have it tell anything
 *   else meanwhile
 * @after: (transfer full) (element-type QdReviewLine): what shall be
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): what is to be done
 */
QdReviewChange *
qd_review_change_new (GPtrArray *before,
                      GPtrArray *after)
{
  QdReviewChange *self;
  g_autofree guint *places = NULL;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  self = g_new0 (QdReviewChange, 1);
  self->lines = after;
  self->splices = g_array_new (FALSE, FALSE, sizeof (QdListChange));
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stale = g_ptr_array_new_with_free_func (g_object_unref);
  self->news = g_ptr_array_new_with_free_func (g_object_unref);
  places = find_places (before, after);
  find_splices (self, places, before->len);
  keep_lines (self, places, before);

  return self;
}

/**
 * qd_review_change_free:
 * @self: a change
 */
void
qd_review_change_free (QdReviewChange *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_array_unref (self->splices);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->stale);
  g_ptr_array_unref (self->news);
  g_free (self);
}

/**
 * qd_review_change_apply:
 * @self: a change; its news are of no use afterwards
 * @store: (element-type QdReviewLine): tells what was told before
 *
 * Has it tell the other review, in the interface's thread.
 */
void
qd_review_change_apply (const QdReviewChange *self,
                        GListStore           *store)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_LIST_STORE (store));

  for (guint i = 0; i < self->splices->len; i++)
    {
      const QdListChange *splice = &g_array_index (self->splices, QdListChange, i);
      const guint source = g_array_index (self->sources, guint, i);

      g_list_store_splice (store, splice->position, splice->removed,
                           self->lines->pdata + source, splice->added);
    }
  for (guint i = 0; i < self->stale->len; i++)
    qd_review_line_take (self->stale->pdata[i], self->news->pdata[i]);
}
