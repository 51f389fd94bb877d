package dev.howdah.ui.connect.hosted;

import dev.howdah.core.Texts;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a provider says about reaching a service, in sentences. */
final class ServiceNotices {
    private static final Texts TEXTS = Texts.of(ServiceNotices.class);

    private ServiceNotices() {}

    /**
     * @param connection empty when the provider can't tell how to connect
     */
    static List<Notice> of(FoundDatabase service, Optional<ServiceConnection> connection) {
        List<Notice> notices = new ArrayList<>();
        notices.add(
                Notice.of(
                        Level.GOOD,
                        TEXTS.text(
                                "hosted.chosen",
                                service.name(),
                                service.region().orElse(""),
                                service.plan())));
        connection.ifPresent(told -> addTo(notices, told));
        return List.copyOf(notices);
    }

    private static void addTo(List<Notice> notices, ServiceConnection connection) {
        if (connection.password().isEmpty()) {
            notices.add(Notice.of(Level.INFO, TEXTS.text("hosted.noPassword")));
        }
        ProposedTunnel.to(connection)
                .ifPresent(tunnel ->
                        notices.add(
                                new Notice(
                                        Level.WARNING,
                                        TEXTS.text("hosted.private"),
                                        TEXTS.text(
                                                "hosted.private.do",
                                                tunnel.command(),
                                                ProposedTunnel.NEAR_HOST,
                                                Integer.toString(ProposedTunnel.NEAR_PORT)))));
        connection.endpoints().stream()
                .skip(1)
                .forEach(other ->
                        notices.add(
                                Notice.of(
                                        Level.INFO,
                                        TEXTS.text(
                                                "hosted.alsoAt",
                                                other.label(),
                                                other.host(),
                                                Integer.toString(other.port())))));
    }
}
