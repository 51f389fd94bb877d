package dev.howdah.ui.users.access;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.access.effect.AccessMatrix;
import dev.howdah.ui.users.access.AccessCell.Mark;

/** Puts a privilege on one or many objects into a mark, a number and a sentence. */
final class AccessCells {
    private static final Texts TEXTS = Texts.of(AccessCells.class);

    private AccessCells() {}

    static AccessCell of(AccessMatrix.Line line, AccessMatrix.Cell cell) {
        int total = line.total();
        if (cell.held() == total) {
            return line.reachable() ? all(total, cell.grantable() == total) : unreachable(total);
        }
        if (cell.held() > 0) {
            String some =
                    TEXTS.text(
                            "access.cell.some",
                            Quantities.count(cell.held()),
                            Quantities.count(total));
            return line.reachable()
                    ? new AccessCell(
                            Mark.SOME, some, TEXTS.text("access.meaning.some", cell.held(), total))
                    : unreachable(cell.held());
        }
        if (cell.onColumns() > 0) {
            return columns();
        }
        if (cell.afterSetRole() > 0) {
            return afterSetRole();
        }
        return cell.unknown() > 0 ? unknown() : none();
    }

    static AccessCell all(int total, boolean grantable) {
        return new AccessCell(
                Mark.ALL,
                total == 1 ? "" : Quantities.count(total),
                TEXTS.text(grantable ? "access.meaning.grantable" : "access.meaning.all", total));
    }

    static AccessCell unreachable(int held) {
        return new AccessCell(
                Mark.UNREACHABLE,
                held == 1 ? "" : Quantities.count(held),
                TEXTS.text("access.meaning.unreachable"));
    }

    static AccessCell columns() {
        return new AccessCell(Mark.COLUMNS, "", TEXTS.text("access.meaning.columns"));
    }

    static AccessCell afterSetRole() {
        return new AccessCell(Mark.AFTER_SET_ROLE, "", TEXTS.text("access.meaning.setRole"));
    }

    static AccessCell unknown() {
        return new AccessCell(Mark.UNKNOWN, "?", TEXTS.text("access.meaning.unknown"));
    }

    static AccessCell none() {
        return new AccessCell(Mark.NONE, "–", TEXTS.text("access.meaning.none"));
    }

    static AccessCell later() {
        return new AccessCell(Mark.ALL, "", TEXTS.text("access.meaning.later"));
    }

    static AccessCell gap() {
        return new AccessCell(Mark.GAP, "", TEXTS.text("access.meaning.gap"));
    }
}
