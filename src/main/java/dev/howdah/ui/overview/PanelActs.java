package dev.howdah.ui.overview;

import dev.howdah.ui.ReadingPane;

/**
 * What every panel offers besides its content.
 *
 * @param retry asks everything anew
 * @param showSql shows the statement behind the panel
 */
record PanelActs(Runnable retry, Runnable showSql) {

    void offer(ReadingPane pane) {
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
    }
}
