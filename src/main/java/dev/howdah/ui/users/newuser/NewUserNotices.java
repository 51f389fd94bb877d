package dev.howdah.ui.users.newuser;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.newuser.LeftOpen;
import dev.howdah.pg.roles.newuser.NewUserPlan;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import dev.howdah.ui.users.newuser.NewUserPlanning.ServerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what plans leave open, what they cost, and where they can't be carried out. */
final class NewUserNotices {
    /** More are counted. */
    static final int MOST = 60;

    private static final Texts TEXTS = Texts.of(NewUserNotices.class);

    private NewUserNotices() {}

    /** What matters most first; users of one list share what is true of all of them. */
    static List<Notice> of(List<ServerPlan> servers) {
        List<Notice> refused = new ArrayList<>();
        List<Notice> gaps = new ArrayList<>();
        List<Notice> costs = new ArrayList<>();
        for (ServerPlan server : servers) {
            String where = servers.size() > 1 ? server.source().target().server() : "";
            server.problem().map(problem -> refusal(where, problem)).ifPresent(refused::add);
            for (NewUserPlan plan : server.plans()) {
                boolean several = plan.steps().size() > 1;
                plan.leftOpen().forEach(each -> addOnce(gaps, gap(where, several, each)));
                plan.warnings()
                        .forEach(each -> addOnce(costs, Notice.of(Level.INFO, in(where, each))));
            }
        }
        List<Notice> all = new ArrayList<>(refused);
        gaps.stream().filter(each -> each.level() == Level.WARNING).forEach(all::add);
        all.addAll(costs);
        gaps.stream().filter(each -> each.level() != Level.WARNING).forEach(all::add);
        if (all.size() <= MOST) {
            return all;
        }
        List<Notice> first = new ArrayList<>(all.subList(0, MOST));
        first.add(Notice.of(Level.INFO, TEXTS.text("plan.more", all.size() - MOST)));
        return first;
    }

    private static Notice refusal(String where, Problem problem) {
        return new Notice(Level.DANGER, in(where, problem.sentence()), problem.remedy());
    }

    /** A gap that somebody else could close is worth a warning; the rest is how the server is. */
    private static Notice gap(String where, boolean several, LeftOpen open) {
        boolean named = open.sentence().contains(open.database());
        String database = several && !named ? Names.visible(open.database()) : "";
        String sentence = in(where, in(database, open.sentence()));
        return open.missing().isEmpty()
                ? Notice.of(Level.INFO, sentence)
                : new Notice(Level.WARNING, sentence, TEXTS.text("plan.missing", open.missing()));
    }

    private static String in(String where, String sentence) {
        return where.isEmpty() ? sentence : TEXTS.text("plan.in", where, sentence);
    }

    private static void addOnce(List<Notice> notices, Notice notice) {
        Optional<Notice> same =
                notices.stream()
                        .filter(each -> each.sentence().equals(notice.sentence()))
                        .findFirst();
        if (same.isEmpty()) {
            notices.add(notice);
        }
    }
}
