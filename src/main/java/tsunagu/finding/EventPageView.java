package tsunagu.finding;

import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.FewPeople;

/**
 * An event's page.
 *
 * @param fee 参加費 in yen; null: not said as one number. {@code feeWords} stand beside it
 * @param companies that took part, as the organiser reported afterwards; null: not recorded
 * @param presences who was there, all sessions together, where the plan counts the event; empty: not recorded
 * @param countedOn the night they were put together; null where there are none
 */
public record EventPageView(
        EventCard card,
        String description,
        String access,
        String bring,
        Integer fee,
        String feeWords,
        Integer companies,
        String note,
        List<Exhibitor> exhibitors,
        String series,
        List<Attachment> files,
        List<Sibling> siblings,
        List<Presence> presences,
        LocalDate countedOn) {

    /** @param code null, and so is {@code industry}, of who has no entry in the register */
    public record Exhibitor(String code, String name, String industry, String booth, String staff) {}

    /** 配布資料 */
    public record Attachment(long id, String name) {}

    /** Another event of the series. */
    public record Sibling(String code, String title, LocalDate day) {}

    /**
     * People who were there: what a figure of the plan rests on.
     *
     * @param kind a role, by head count; RECORDED: with a name, at the door or on a list; FEW: several kinds of few people together
     * @param sources who counted and how, as staff wrote it
     */
    public record Presence(String kind, int persons, List<String> sources) {}

    /** Everybody, each once for every session. */
    public int present() {
        return presences.stream().mapToInt(Presence::persons).sum();
    }

    /** Kinds of few people become one, as the rows of the plan's figures do. */
    static List<Presence> disclosed(List<Presence> kinds) {
        Set<Presence> few = FewPeople.together(kinds, each -> BigDecimal.valueOf(each.persons()));
        if (few.isEmpty()) {
            return kinds;
        }
        return Stream.concat(
                        kinds.stream().filter(each -> !few.contains(each)),
                        Stream.of(new Presence(
                                "FEW", few.stream().mapToInt(Presence::persons).sum(), List.of())))
                .toList();
    }

    private static List<Presence> presences(ResultSet row) throws SQLException {
        List<Presence> kinds = new ArrayList<>(Rows.objects(
                Rows.array(row, "heads"),
                each -> new Presence(
                        each.getString("role"),
                        each.getInt("persons"),
                        each.getJsonArray("sources").getValuesAs(JsonString::getString))));
        kinds.sort(Comparator.comparing(each -> AttendanceRole.valueOf(each.kind())));
        Integer recorded = Rows.integer(row, "recorded");
        if (recorded != null) {
            kinds.add(new Presence("RECORDED", recorded, List.of()));
        }
        return disclosed(kinds);
    }

    static EventPageView read(ResultSet row, Instant now) throws SQLException {
        return new EventPageView(
                EventCard.read(row, now),
                row.getString("description"),
                row.getString("access"),
                row.getString("bring"),
                Rows.integer(row, "fee"),
                row.getString("fee_words"),
                Rows.integer(row, "companies"),
                row.getString("note"),
                Rows.objects(
                        Rows.array(row, "exhibitors"),
                        each -> new Exhibitor(
                                each.getString("code", null),
                                each.getString("name"),
                                each.getString("industry", null),
                                each.getString("booth"),
                                each.getString("staff"))),
                row.getString("series"),
                Rows.objects(
                        Rows.array(row, "files"),
                        each -> new Attachment(each.getJsonNumber("id").longValue(), each.getString("name"))),
                Rows.objects(
                        Rows.array(row, "siblings"),
                        each -> new Sibling(
                                each.getString("code"),
                                each.getString("title"),
                                LocalDate.parse(each.getString("day")))),
                presences(row),
                Rows.date(row, "counted_on"));
    }
}
