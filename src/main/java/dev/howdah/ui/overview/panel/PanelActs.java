package dev.howdah.ui.overview.panel;

import dev.howdah.ui.panel.ReadingPane;

/**
 * What every panel offers besides its content.
 *
 * @param retry asks everything anew
 * @param showSql shows the statement behind the panel
 */
public record PanelActs(Runnable retry, Runnable showSql) {

    public void offer(ReadingPane pane) {
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
    }
}
