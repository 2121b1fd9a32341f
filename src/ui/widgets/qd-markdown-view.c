/* Shows a text with a little Markdown in it: a label for each paragraph and for
 * each item of a list.
 *
 * A link is opened when it is clicked, and nothing is loaded before. What is a
 * mark and what is text is decided in qd-simple-markup.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/qd-simple-markup.h"
#include "qd-markdown-view.h"
#include "qd-selectable.h"

/* How far the items of a list in a list stand in. */
#define INDENT 18

struct _QdMarkdownView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  char *text;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

enum
{
  OPEN_LINK,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdMarkdownView, qd_markdown_view, GTK_TYPE_WIDGET)

static gboolean
on_activate_link (QdMarkdownView *self,
                  const char     *uri)
{
  gboolean handled;

  g_assert (QD_IS_MARKDOWN_VIEW (self));

  if (qd_simple_markup_is_web (uri))
    g_signal_emit (self, signals[OPEN_LINK], 0, uri, &handled);

  /* The label must not open anything by itself. */
  return TRUE;
}

static GtkWidget *
create_label (QdMarkdownView *self,
              const char     *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_activate_link), self,
                           G_CONNECT_SWAPPED);

  /* The focus has to get to links. */
  if (strstr (markup, "<a ") != NULL)
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  else
    qd_selectable_make (GTK_LABEL (label));

  return label;
}

static GtkWidget *
create_item (QdMarkdownView      *self,
             const QdMarkupBlock *block)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark;
  g_autofree char *text = NULL;

  /* Translators: before an item of a numbered list. */
  text = block->kind == QD_MARKUP_NUMBER ? g_strdup_printf (_("%u."), block->number)
                                         : g_strdup ("•");
  mark = gtk_label_new (text);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "mark");

  gtk_widget_set_margin_start (item, (int) block->level * INDENT);
  gtk_box_append (GTK_BOX (item), mark);
  gtk_box_append (GTK_BOX (item), create_label (self, block->markup));

  return item;
}

static void
update (QdMarkdownView *self)
{
  g_autoptr (GPtrArray) blocks = qd_simple_markup_read (self->text);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QdMarkupBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == QD_MARKUP_PARAGRAPH)
        gtk_box_append (GTK_BOX (self->box), create_label (self, block->markup));
      else
        gtk_box_append (GTK_BOX (self->box), create_item (self, block));
    }
}

static gboolean
qd_markdown_view_open_link (QdMarkdownView *self,
                            const char     *uri)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);

  return TRUE;
}

static void
qd_markdown_view_dispose (GObject *object)
{
  QdMarkdownView *self = QD_MARKDOWN_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_markdown_view_parent_class)->dispose (object);
}

static void
qd_markdown_view_finalize (GObject *object)
{
  QdMarkdownView *self = QD_MARKDOWN_VIEW (object);

  g_free (self->text);

  G_OBJECT_CLASS (qd_markdown_view_parent_class)->finalize (object);
}

static void
qd_markdown_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QdMarkdownView *self = QD_MARKDOWN_VIEW (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, qd_markdown_view_get_text (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_markdown_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdMarkdownView *self = QD_MARKDOWN_VIEW (object);

  switch (property_id)
    {
    case PROP_TEXT:
      qd_markdown_view_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_markdown_view_class_init (QdMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_markdown_view_dispose;
  object_class->finalize = qd_markdown_view_finalize;
  object_class->get_property = qd_markdown_view_get_property;
  object_class->set_property = qd_markdown_view_set_property;

  /**
   * QdMarkdownView:text:
   *
   * The text, with its marks.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdMarkdownView::open-link:
   * @self: the view
   * @uri: an http or https address
   *
   * The person wants to see where a link leads. By default their browser opens
   * it.
   *
   * Returns: whether that is done
   */
  signals[OPEN_LINK] =
    g_signal_new_class_handler ("open-link",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                G_CALLBACK (qd_markdown_view_open_link),
                                g_signal_accumulator_true_handled, NULL, NULL,
                                G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdownview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_markdown_view_init (QdMarkdownView *self)
{
  self->text = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * qd_markdown_view_new:
 *
 * Returns: (transfer floating): a view of no text yet
 */
GtkWidget *
qd_markdown_view_new (void)
{
  return g_object_new (QD_TYPE_MARKDOWN_VIEW, NULL);
}

/**
 * qd_markdown_view_get_text:
 *
 * Returns: the text, with its marks
 */
const char *
qd_markdown_view_get_text (QdMarkdownView *self)
{
  g_return_val_if_fail (QD_IS_MARKDOWN_VIEW (self), NULL);

  return self->text;
}

/**
 * qd_markdown_view_set_text:
 * @text: any text at all
 */
void
qd_markdown_view_set_text (QdMarkdownView *self,
                           const char     *text)
{
  g_return_if_fail (QD_IS_MARKDOWN_VIEW (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
