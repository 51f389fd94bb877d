package dev.howdah.provider.allowlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.allowlist.LockOut.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether somebody would be shut out is judged by every address we know of, and never guessed. */
class LockOutTest {
    private static final AllowRule REGION =
            new AllowRule(
                    Optional.empty(), new AllowRule.Managed("mr-1", "the provider's region"), "");

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    private static List<AllowRule> rules(String... ranges) {
        return Stream.of(ranges).map(range -> AllowRule.of(cidr(range), "")).toList();
    }

    private static Allowlist list(boolean emptyMeansOpen, List<AllowRule> rules) {
        return new Allowlist(rules, List.of(), emptyMeansOpen, 30, true, true, Duration.ZERO);
    }

    private static Verdict verdict(String own, List<AllowRule> from, List<AllowRule> to) {
        return LockOut.judge(
                        Stream.of(own.split(" "))
                                .filter(each -> !each.isEmpty())
                                .map(LockOutTest::cidr)
                                .toList(),
                        list(false, from),
                        to)
                .verdict();
    }

    @Test
    void judgesByEveryOwnAddress() {
        List<AllowRule> office = rules("192.0.2.0/24");
        assertEquals(Verdict.SHUTS_OUT, verdict("192.0.2.7", office, rules("198.51.100.0/24")));
        assertEquals(Verdict.SHUTS_OUT, verdict("192.0.2.7", office, rules()));
        assertEquals(Verdict.STAYS_IN, verdict("192.0.2.7", office, rules("192.0.2.7")));
        assertEquals(
                Verdict.SHUTS_OUT,
                verdict(
                        "192.0.2.7 10.0.0.5",
                        rules("192.0.2.0/24", "10.0.0.0/8"),
                        rules("10.0.0.0/8")),
                "one of both ways is lost");
        assertEquals(
                List.of(cidr("192.0.2.7")),
                LockOut.judge(List.of(cidr("192.0.2.7")), list(false, office), rules()).lost());
        assertEquals(
                Verdict.STAYS_IN,
                verdict("192.0.2.7 10.0.0.5", rules("192.0.2.0/24", "::/0"), office),
                "the other was never let in");
    }

    @Test
    void doesNotJudgeWhatItCannotKnow() {
        List<AllowRule> office = rules("192.0.2.0/24");
        assertEquals(Verdict.UNKNOWN, verdict("", office, rules("10.0.0.0/8")));
        assertEquals(Verdict.OTHER_WAY, verdict("203.0.113.9", office, rules("198.51.100.0/24")));
        assertEquals(Verdict.MAY_LOSE_MANAGED, verdict("203.0.113.9", List.of(REGION), office));
    }

    @Test
    void letsEverythingPassThatOnlyAddsUnlessTheListWasOpen() {
        List<AllowRule> office = rules("192.0.2.0/24");
        assertEquals(
                Verdict.STAYS_IN, verdict("", office, rules("192.0.2.0/24", "198.51.100.0/24")));
        assertEquals(
                Verdict.SHUTS_OUT,
                LockOut.judge(List.of(cidr("203.0.113.9")), list(true, List.of()), office)
                        .verdict());
        assertEquals(
                Verdict.STAYS_IN,
                LockOut.judge(List.of(cidr("203.0.113.9")), list(true, office), List.of())
                        .verdict(),
                "an empty list lets everybody in there");
        assertTrue(Verdict.UNKNOWN.isRefusal() && !Verdict.OTHER_WAY.isRefusal());
    }

    @Test
    void findsWhatTwoListsDifferIn() {
        AllowRule office = AllowRule.of(cidr("192.0.2.0/24"), "office");
        AllowRule renamed = AllowRule.of(cidr("192.0.2.0/24"), "old office");
        AllowRule known =
                new AllowRule(Optional.of("r1"), new AllowRule.Managed("mr-1", "another word"), "");

        assertEquals(
                new AllowlistDifference(List.of(renamed), List.of(office)),
                AllowlistDifference.between(
                        List.of(office, known), List.of(REGION, renamed), true));
        assertTrue(AllowlistDifference.between(List.of(office), List.of(renamed), false).isNone());
        assertEquals(
                List.of(office),
                AllowlistDifference.between(List.of(office), List.of(office, office), true).added(),
                "twice is once more");
    }
}
