/* A row of a list of cards: a place for a card to show in.
 *
 * A GtkListView has one widget for each item and makes them anew with the
 * items. Given rows as items, it keeps its widgets while other cards show in
 * them.
 */

#include "config.h"

#include "qd-card-row.h"

struct _QdCardRow
{
  GObject parent_instance;

  QdCard *card; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCardRow, qd_card_row, G_TYPE_OBJECT)

static void
qd_card_row_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QdCardRow *self = QD_CARD_ROW (object);

  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_card_row_get_card (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_card_row_dispose (GObject *object)
{
  QdCardRow *self = QD_CARD_ROW (object);

  g_clear_object (&self->card);

  G_OBJECT_CLASS (qd_card_row_parent_class)->dispose (object);
}

static void
qd_card_row_class_init (QdCardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qd_card_row_get_property;
  object_class->dispose = qd_card_row_dispose;

  /**
   * QdCardRow:card:
   *
   * The card that shows in the row.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_CARD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_card_row_init (QdCardRow *self)
{
}

/**
 * qd_card_row_new:
 *
 * Returns: (transfer full): a row without a card
 */
QdCardRow *
qd_card_row_new (void)
{
  return g_object_new (QD_TYPE_CARD_ROW, NULL);
}

/**
 * qd_card_row_get_card:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the card that shows in it
 */
QdCard *
qd_card_row_get_card (QdCardRow *self)
{
  g_return_val_if_fail (QD_IS_CARD_ROW (self), NULL);

  return self->card;
}

/**
 * qd_card_row_set_card:
 * @self: a row
 * @card: the card that shows in it from now on
 */
void
qd_card_row_set_card (QdCardRow *self,
                      QdCard    *card)
{
  g_return_if_fail (QD_IS_CARD_ROW (self));
  g_return_if_fail (QD_IS_CARD (card));

  if (g_set_object (&self->card, card))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}
