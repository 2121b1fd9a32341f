/* Texts that were laid out lately.
 *
 * To lay a text out is the dearest part of showing a card, and the same texts
 * come again and again: the title of an objective is on many cards, and a
 * filter brings back what it hid a moment ago. All widgets in one font share
 * the layouts; in another font all begin anew.
 */

#include "config.h"

#include <string.h>

#include "qd-text-cache.h"

/* About what two screens full of cards need. */
#define MAX_TEXTS 384

typedef struct
{
  const char *text; /* (owned by the layout) in the table */
  const QdTextStyle *style;
  int width;

  PangoLayout *layout;
  GList link; /* in the order of use, the latest first */
} Entry;

typedef struct
{
  guint font;
  PangoContext *context;
  GHashTable *entries; /* (element-type Entry Entry) */
  GQueue used;
} Cache;

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ g_direct_hash (entry->style) ^ (guint) entry->width;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->style == other->style && one->width == other->width &&
         strcmp (one->text, other->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free (entry);
}

static guint
hash_font (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const double resolution = pango_cairo_context_get_resolution (context);

  return pango_font_description_hash (pango_context_get_font_description (context)) ^
         (guint) (resolution * 64.0) ^
         (guint) gtk_widget_get_direction (widget) << 30 ^
         (guint) gtk_widget_get_scale_factor (widget) << 26;
}

static void
ensure_font (Cache     *cache,
             GtkWidget *widget)
{
  const guint font = hash_font (widget);

  if (cache->context != NULL && cache->font == font)
    return;

  if (cache->entries == NULL)
    cache->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  g_queue_init (&cache->used);
  g_hash_table_remove_all (cache->entries);
  g_clear_object (&cache->context);
  cache->context = gtk_widget_create_pango_context (widget);
  cache->font = font;
}

/* Texts begin at the start edge of the interface, whatever their own direction
 * is. Pango turns the alignment round where the two differ, so it is turned
 * round beforehand. */
static void
align_start (PangoLayout *layout,
             gboolean     rtl)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  const PangoDirection direction = (PangoDirection) line->resolved_dir;

  if (direction == (rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR))
    pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  else
    pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

static void
set_attributes (PangoLayout       *layout,
                const QdTextStyle *style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style->scale != 1.0)
    pango_attr_list_insert (attributes, pango_attr_scale_new (style->scale));
  if (style->weight != 0)
    pango_attr_list_insert (attributes, pango_attr_weight_new (style->weight));
  if (style->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));

  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
lay_out (PangoContext      *context,
         gboolean           rtl,
         const char        *text,
         const QdTextStyle *style,
         int                width)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  set_attributes (layout, style);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (style->max_lines > 1)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -style->max_lines);
    }
  if (width >= 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      align_start (layout, rtl);
    }

  return layout;
}

static void
add (Cache *cache,
     Entry *entry)
{
  entry->text = pango_layout_get_text (entry->layout);
  g_hash_table_add (cache->entries, entry);

  if (g_hash_table_size (cache->entries) > MAX_TEXTS)
    g_hash_table_remove (cache->entries, g_queue_pop_tail_link (&cache->used)->data);
}

/**
 * qd_text_cache_get:
 * @widget: where it shows; its font and direction count
 * @text: plain text
 * @style: how it is set; must stay where it is for ever
 * @width: in pixels; -1 for one line as wide as it needs
 *
 * Lays a text out from the start edge, or finds how that was done before.
 *
 * Returns: (transfer full): the text; others show it too, so it must not be
 *   changed
 */
PangoLayout *
qd_text_cache_get (GtkWidget         *widget,
                   const char        *text,
                   const QdTextStyle *style,
                   int                width)
{
  static Cache cache;
  Entry key = { .text = text, .style = style, .width = width };
  Entry *entry;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  ensure_font (&cache, widget);

  entry = g_hash_table_lookup (cache.entries, &key);
  if (entry != NULL)
    {
      g_queue_unlink (&cache.used, &entry->link);
      g_queue_push_head_link (&cache.used, &entry->link);
    }
  else
    {
      entry = g_memdup2 (&key, sizeof key);
      entry->layout = lay_out (cache.context,
                               gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                               text, style, width);
      entry->link.data = entry;
      g_queue_push_head_link (&cache.used, &entry->link);
      add (&cache, entry);
    }

  return g_object_ref (entry->layout);
}
