package tsunagu.finding;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.company.YouthItem;
import tsunagu.shared.Feature;

/**
 * A company's page.
 *
 * @param corporateNumber 法人番号 or null
 * @param capital yen
 * @param features stated ones only, true or false
 * @param events published events at which it exhibits
 */
public record CompanyPageView(
        long id,
        String code,
        String corporateNumber,
        String name,
        String reading,
        String industry,
        String summary,
        String business,
        String appeal,
        String plainWords,
        String welfare,
        String dayOf,
        Integer founded,
        Long capital,
        Integer employees,
        String website,
        Instant changedAt,
        List<Place> places,
        List<Hour> day,
        Map<Feature, Boolean> features,
        List<String> certificates,
        List<YouthFact> youth,
        List<Picture> pictures,
        List<Exhibit> events,
        List<String> videos) {

    /** @param industry "" when it is the company's @param employees null when not stated */
    public record Place(String name, String area, String address, String industry, Integer employees) {}

    public record Hour(String at, String what) {}

    /** @param amount or null, then {@code words} say it */
    public record YouthFact(YouthItem item, int fiscalYear, BigDecimal amount, String words) {}

    public record Picture(int number, String alt, int width, int height) {}

    /** @param day of the first session, {@code lastDay} of the last one */
    public record Exhibit(String code, String title, String booth, LocalDate day, LocalDate lastDay) {}

    static CompanyPageView read(ResultSet row) throws SQLException {
        return new CompanyPageView(
                row.getLong("id"),
                row.getString("code"),
                row.getString("corporate_number"),
                row.getString("name"),
                row.getString("reading"),
                row.getString("industry"),
                row.getString("summary"),
                row.getString("business"),
                row.getString("appeal"),
                row.getString("plain_words"),
                row.getString("welfare"),
                row.getString("day_of"),
                Rows.integer(row, "founded"),
                (Long) row.getObject("capital"),
                Rows.integer(row, "employees"),
                row.getString("website"),
                Rows.instant(row, "changed_at"),
                Rows.objects(
                        Rows.array(row, "places"),
                        p -> new Place(
                                p.getString("name"),
                                p.getString("area"),
                                p.getString("address"),
                                p.getString("industry"),
                                Rows.given(p, "employees") ? p.getInt("employees") : null)),
                Rows.objects(Rows.array(row, "hours"), h -> new Hour(h.getString("at"), h.getString("what"))),
                Rows.answers(Rows.object(row, "features"), Feature.class),
                Rows.texts(row, "certificates"),
                Rows.objects(Rows.array(row, "youth"), CompanyPageView::fact),
                pictures(row, "pictures"),
                Rows.objects(
                        Rows.array(row, "events"),
                        e -> new Exhibit(
                                e.getString("code"),
                                e.getString("title"),
                                e.getString("booth"),
                                LocalDate.parse(e.getString("day")),
                                LocalDate.parse(e.getString("lastDay")))),
                row.getString("videos").lines().toList());
    }

    static List<Picture> pictures(ResultSet row, String column) throws SQLException {
        return Rows.objects(
                Rows.array(row, column),
                p -> new Picture(p.getInt("number"), p.getString("alt"), p.getInt("width"), p.getInt("height")));
    }

    private static YouthFact fact(JsonObject fact) {
        return new YouthFact(
                YouthItem.valueOf(fact.getString("item")),
                fact.getInt("fiscalYear"),
                Rows.given(fact, "amount") ? fact.getJsonNumber("amount").bigDecimalValue() : null,
                fact.getString("words"));
    }
}
