/* Where head, cards and foot of a column are: its three children, in this order.
 *
 * The foot follows the last card and stays in sight.
 */

#include "config.h"

#include "card/qd-card-list.h"

#include "qd-column-layout.h"

/* Between head, cards and foot, in pixels. */
#define SPACING 6

struct _QdColumnLayout
{
  GtkLayoutManager parent_instance;
};

/* The children of a column. */
typedef struct
{
  GtkWidget *head;
  GtkWidget *list;
  GtkWidget *foot;
} Parts;

G_DEFINE_FINAL_TYPE (QdColumnLayout, qd_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static Parts
get_parts (GtkWidget *column)
{
  Parts parts;

  parts.head = gtk_widget_get_first_child (column);
  parts.list = gtk_widget_get_next_sibling (parts.head);
  parts.foot = gtk_widget_get_next_sibling (parts.list);

  return parts;
}

static gboolean
is_empty (GtkWidget *list)
{
  return g_list_model_get_n_items (qd_card_list_get_cards (QD_CARD_LIST (list))) == 0;
}

/* A height that depends on the width would be asked for at the least width,
 * too, and laying out the text of all cards twice is felt. Columns get what
 * height there is, so they need not say more than the least. */
static GtkSizeRequestMode
qd_column_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qd_column_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  const Parts parts = get_parts (widget);
  int head, foot;

  gtk_widget_measure (parts.list, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  gtk_widget_measure (parts.head, orientation, -1, &head, NULL, NULL, NULL);
  gtk_widget_measure (parts.foot, orientation, -1, &foot, NULL, NULL, NULL);
  *minimum += head + foot + 2 * SPACING;
  *natural = *minimum;
}

static void
qd_column_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  const Parts parts = get_parts (widget);
  GtkAllocation head = { 0, 0, width, 0 };
  GtkAllocation list = { 0, 0, width, 0 };
  GtkAllocation foot = { 0, 0, width, 0 };

  gtk_widget_measure (parts.head, GTK_ORIENTATION_VERTICAL, width,
                      &head.height, NULL, NULL, NULL);
  gtk_widget_measure (parts.foot, GTK_ORIENTATION_VERTICAL, width,
                      &foot.height, NULL, NULL, NULL);
  gtk_widget_measure (parts.list, GTK_ORIENTATION_VERTICAL, width,
                      NULL, &list.height, NULL, NULL);

  list.y = head.height + SPACING;
  if (!is_empty (parts.list))
    {
      list.height = MIN (list.height, height - list.y - SPACING - foot.height);
      foot.y = list.y + list.height + SPACING;
    }
  else
    {
      /* An empty list has the whole column to show its focus in. */
      list.height = height - list.y;
      foot.y = list.y;
    }

  gtk_widget_size_allocate (parts.head, &head, -1);
  gtk_widget_size_allocate (parts.list, &list, -1);
  gtk_widget_size_allocate (parts.foot, &foot, -1);
}

static void
qd_column_layout_class_init (QdColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = qd_column_layout_get_request_mode;
  manager_class->measure = qd_column_layout_measure;
  manager_class->allocate = qd_column_layout_allocate;
}

static void
qd_column_layout_init (QdColumnLayout *self)
{
}
