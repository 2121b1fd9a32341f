#pragma once

#include <glib-object.h>

#include "method/qd-terms.h"

G_BEGIN_DECLS

/**
 * QdId:
 *
 * Names a thing in a Quarterdeck file: a random positive 63-bit integer.
 * %QD_ID_NONE is nothing.
 */
typedef gint64 QdId;

#define QD_ID_NONE ((QdId) 0)

/* The numbers of all enumerations below stand in files: never change or reuse
 * one, only add. */

/**
 * QdEntityKind:
 *
 * What a thing is. The number is that of its table in the field registry.
 */
typedef enum
{
  QD_ENTITY_NONE = 0,
  QD_ENTITY_CYCLE = 1,
  QD_ENTITY_TEAM = 2,
  QD_ENTITY_BOARD = 3,
  QD_ENTITY_COLUMN = 4,
  QD_ENTITY_OBJECTIVE = 5,
  QD_ENTITY_CARD = 6,
  QD_ENTITY_MILESTONE = 7,
  QD_ENTITY_CHECKIN = 8,
  QD_ENTITY_COMMENT = 9,
  QD_ENTITY_DEPENDENCY = 10,
  QD_ENTITY_PERSON = 11,
  QD_ENTITY_PHASE = 12,
  QD_ENTITY_ANSWER = 13,
  QD_ENTITY_VIEW = 14,
} QdEntityKind;

#define QD_ENTITY_LAST QD_ENTITY_VIEW

/**
 * QdBoardKind:
 * @QD_BOARD_OKR: key results of a team in a cycle
 */
typedef enum
{
  QD_BOARD_OKR = 0,
} QdBoardKind;

/**
 * QdCardKind:
 * @QD_CARD_KEY_RESULT: a card on an OKR board
 */
typedef enum
{
  QD_CARD_KEY_RESULT = 0,
} QdCardKind;

/**
 * QdKeeping:
 * @QD_KEEPING_IN_SIGHT: where it belongs
 * @QD_KEEPING_ARCHIVE: put away
 * @QD_KEEPING_SHELF: waits for another cycle
 *
 * Where a thing is kept. It is in one place at a time, so that one register says it.
 */
typedef enum
{
  QD_KEEPING_IN_SIGHT = 0,
  QD_KEEPING_ARCHIVE = 1,
  QD_KEEPING_SHELF = 2,
} QdKeeping;

/**
 * QdDensity:
 * @QD_DENSITY_COUNTS: a row of numbers for each board
 * @QD_DENSITY_COMPACT: of a card its title, colour and progress
 * @QD_DENSITY_CARDS: cards as on their board
 *
 * How much is shown of boards that stand side by side.
 */
typedef enum
{
  QD_DENSITY_COUNTS = 0,
  QD_DENSITY_COMPACT = 1,
  QD_DENSITY_CARDS = 2,
} QdDensity;

#define QD_N_DENSITIES 3

/* Objective colours are indices into a palette of this many named colours. */
#define QD_N_COLOURS 12

#define QD_TYPE_ENTITY_KIND (qd_entity_kind_get_type ())
#define QD_TYPE_BOARD_KIND (qd_board_kind_get_type ())
#define QD_TYPE_CARD_KIND (qd_card_kind_get_type ())
#define QD_TYPE_COLUMN_ROLE (qd_column_role_get_type ())
#define QD_TYPE_COMMITMENT (qd_commitment_get_type ())
#define QD_TYPE_DENSITY (qd_density_get_type ())
#define QD_TYPE_HEALTH (qd_health_get_type ())
#define QD_TYPE_METRIC_KIND (qd_metric_kind_get_type ())
#define QD_TYPE_RESULT_KIND (qd_result_kind_get_type ())

GType qd_entity_kind_get_type (void) G_GNUC_CONST;
GType qd_board_kind_get_type  (void) G_GNUC_CONST;
GType qd_card_kind_get_type   (void) G_GNUC_CONST;
GType qd_column_role_get_type (void) G_GNUC_CONST;
GType qd_commitment_get_type  (void) G_GNUC_CONST;
GType qd_density_get_type     (void) G_GNUC_CONST;
GType qd_health_get_type      (void) G_GNUC_CONST;
GType qd_metric_kind_get_type (void) G_GNUC_CONST;
GType qd_result_kind_get_type (void) G_GNUC_CONST;

const char *qd_enum_get_nick  (GType       type,
                               int         value);
gboolean    qd_enum_find_nick (GType       type,
                               const char *nick,
                               int        *value);

G_END_DECLS
