/* Drop-downs whose button is as wide as there is room for, whatever is chosen.
 *
 * GTK makes the button as wide as the text of what is chosen, and the list as wide
 * as the longest of all. Here the one cuts what is too long for it, and the other
 * what nobody reads in one go; a tooltip says all of it.
 */

#include "config.h"

#include "qd-drop-down.h"
#include "qd-tooltip.h"

/* Of an entry in the list. */
#define MAX_CHARS 48
#define SPACING 6

static char *
dup_text (GtkDropDown *drop_down,
          gpointer     item)
{
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  g_auto (GValue) value = G_VALUE_INIT;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (expression != NULL && gtk_expression_evaluate (expression, item, &value))
    return g_value_dup_string (&value);

  return NULL;
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          GtkDropDown        *drop_down)
{
  gtk_list_item_set_child (list_item, create_label ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         GtkDropDown        *drop_down)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  g_autofree char *text = NULL;

  g_assert (GTK_IS_DROP_DOWN (drop_down));

  text = dup_text (drop_down, gtk_list_item_get_item (list_item));
  gtk_label_set_text (label, text != NULL ? text : "");
}

static void
update_check (GtkListItem *list_item,
              GtkDropDown *drop_down)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  const gboolean chosen =
    gtk_drop_down_get_selected (drop_down) == gtk_list_item_get_position (list_item);

  gtk_widget_set_opacity (check, chosen ? 1.0 : 0.0);
}

/* GTK lets the keys begin where they were when the list was open last, whatever was
 * chosen since. Only as the list opens: while items change, GTK looks for its focus
 * itself. */
static void
on_row_map (GtkListItem *list_item,
            GtkWidget   *box)
{
  GtkWidget *drop_down = gtk_widget_get_ancestor (box, GTK_TYPE_DROP_DOWN);
  GtkWidget *row = gtk_widget_get_parent (box);

  g_assert (GTK_IS_LIST_ITEM (list_item));

  if (drop_down != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) ==
                             gtk_list_item_get_position (list_item))
    gtk_widget_set_focus_child (gtk_widget_get_parent (row), row);
}

static void
on_selected (GtkListItem *list_item,
             GParamSpec  *pspec,
             GtkDropDown *drop_down)
{
  g_assert (GTK_IS_DROP_DOWN (drop_down));

  update_check (list_item, drop_down);
}

static void
on_list_setup (GtkListItemFactory *factory,
               GtkListItem        *list_item,
               GtkDropDown        *drop_down)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = create_label ();

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (list_item, box);
  g_signal_connect_object (box, "map", G_CALLBACK (on_row_map), list_item,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected),
                           list_item, G_CONNECT_SWAPPED);
}

static void
on_list_bind (GtkListItemFactory *factory,
              GtkListItem        *list_item,
              GtkDropDown        *drop_down)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autofree char *text = NULL;

  g_assert (GTK_IS_DROP_DOWN (drop_down));

  text = dup_text (drop_down, gtk_list_item_get_item (list_item));
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  qd_tooltip_set_text (box, text != NULL && g_utf8_strlen (text, -1) > MAX_CHARS
                              ? text : NULL);
  update_check (list_item, drop_down);
}

static GtkListItemFactory *
create_factory (GtkDropDown *drop_down,
                GCallback    setup,
                GCallback    bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, drop_down);
  g_signal_connect (factory, "bind", bind, drop_down);

  return factory;
}

/**
 * qd_drop_down_shorten:
 * @drop_down: a drop-down of texts, or of things that its expression has a text for
 *
 * Lets the button and the list cut what there is no room for.
 */
void
qd_drop_down_shorten (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkListItemFactory) list_factory = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  factory = create_factory (drop_down, G_CALLBACK (on_setup), G_CALLBACK (on_bind));
  list_factory = create_factory (drop_down, G_CALLBACK (on_list_setup),
                                 G_CALLBACK (on_list_bind));
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_list_factory (drop_down, list_factory);
}
