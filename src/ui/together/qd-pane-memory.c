/* How wide somebody made the panes of boards, for each density, and which are folded.
 *
 * Also of boards that do not stand side by side now. Its owner keeps it for the next
 * time.
 */

#include "config.h"

#include "qd-pane-memory.h"

struct _QdPaneMemory
{
  GObject parent_instance;

  GHashTable *widths; /* "<id>/<density>" -> GINT_TO_POINTER (width) */
  GHashTable *folded; /* set of decimal ids */
};

G_DEFINE_FINAL_TYPE (QdPaneMemory, qd_pane_memory, G_TYPE_OBJECT)

static char *
dup_id (QdBoard *board)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, qd_entity_get_id (QD_ENTITY (board)));
}

static char *
dup_key (QdBoard   *board,
         QdDensity  density)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", qd_entity_get_id (QD_ENTITY (board)),
                          qd_enum_get_nick (QD_TYPE_DENSITY, (int) density));
}

static void
qd_pane_memory_finalize (GObject *object)
{
  QdPaneMemory *self = QD_PANE_MEMORY (object);

  g_hash_table_unref (self->widths);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (qd_pane_memory_parent_class)->finalize (object);
}

static void
qd_pane_memory_class_init (QdPaneMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_pane_memory_finalize;
}

static void
qd_pane_memory_init (QdPaneMemory *self)
{
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * qd_pane_memory_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
QdPaneMemory *
qd_pane_memory_new (void)
{
  return g_object_new (QD_TYPE_PANE_MEMORY, NULL);
}

/**
 * qd_pane_memory_get_width:
 *
 * Returns: the width that somebody gave the pane of @board, in application pixels; 0
 *   where nobody did
 */
int
qd_pane_memory_get_width (QdPaneMemory *self,
                          QdBoard      *board,
                          QdDensity     density)
{
  g_autofree char *key = dup_key (board, density);

  g_return_val_if_fail (QD_IS_PANE_MEMORY (self), 0);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->widths, key));
}

/**
 * qd_pane_memory_set_width:
 * @width: in application pixels; 0 for what the columns make of it
 */
void
qd_pane_memory_set_width (QdPaneMemory *self,
                          QdBoard      *board,
                          QdDensity     density,
                          int           width)
{
  g_autofree char *key = dup_key (board, density);

  g_return_if_fail (QD_IS_PANE_MEMORY (self));

  if (width > 0)
    g_hash_table_insert (self->widths, g_steal_pointer (&key), GINT_TO_POINTER (width));
  else
    g_hash_table_remove (self->widths, key);
}

/**
 * qd_pane_memory_get_folded:
 *
 * Returns: whether the pane of @board is folded to its head
 */
gboolean
qd_pane_memory_get_folded (QdPaneMemory *self,
                           QdBoard      *board)
{
  g_autofree char *id = dup_id (board);

  g_return_val_if_fail (QD_IS_PANE_MEMORY (self), FALSE);

  return g_hash_table_contains (self->folded, id);
}

/**
 * qd_pane_memory_set_folded:
 * @folded: whether the pane of @board is folded to its head
 */
void
qd_pane_memory_set_folded (QdPaneMemory *self,
                           QdBoard      *board,
                           gboolean      folded)
{
  g_autofree char *id = dup_id (board);

  g_return_if_fail (QD_IS_PANE_MEMORY (self));

  if (folded)
    g_hash_table_add (self->folded, g_steal_pointer (&id));
  else
    g_hash_table_remove (self->folded, id);
}

/**
 * qd_pane_memory_dup_widths:
 *
 * Returns: (transfer floating): all widths as a dictionary a{si}, by
 *   "<id of the board>/<density>"
 */
GVariant *
qd_pane_memory_dup_widths (QdPaneMemory *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer key, width;

  g_return_val_if_fail (QD_IS_PANE_MEMORY (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_hash_table_iter_init (&iter, self->widths);
  while (g_hash_table_iter_next (&iter, &key, &width))
    g_variant_builder_add (&builder, "{si}", key, GPOINTER_TO_INT (width));

  return g_variant_builder_end (&builder);
}

/**
 * qd_pane_memory_dup_folded:
 *
 * Returns: (transfer full): decimal ids of all boards that are folded
 */
char **
qd_pane_memory_dup_folded (QdPaneMemory *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (QD_IS_PANE_MEMORY (self), NULL);

  g_hash_table_iter_init (&iter, self->folded);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);

  return g_strv_builder_end (builder);
}

/**
 * qd_pane_memory_restore:
 * @widths: (nullable): as qd_pane_memory_dup_widths()
 * @folded: (nullable): as qd_pane_memory_dup_folded()
 *
 * Puts what was kept in the place of all that is remembered.
 */
void
qd_pane_memory_restore (QdPaneMemory       *self,
                        GVariant           *widths,
                        const char * const *folded)
{
  GVariantIter iter;
  const char *key;
  int width;

  g_return_if_fail (QD_IS_PANE_MEMORY (self));
  g_return_if_fail (widths == NULL || g_variant_is_of_type (widths, G_VARIANT_TYPE ("a{si}")));

  g_hash_table_remove_all (self->widths);
  g_hash_table_remove_all (self->folded);

  if (widths != NULL)
    g_variant_iter_init (&iter, widths);
  while (widths != NULL && g_variant_iter_next (&iter, "{&si}", &key, &width))
    {
      if (width > 0)
        g_hash_table_insert (self->widths, g_strdup (key), GINT_TO_POINTER (width));
    }
  for (; folded != NULL && *folded != NULL; folded++)
    g_hash_table_add (self->folded, g_strdup (*folded));
}
