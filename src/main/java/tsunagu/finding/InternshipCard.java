package tsunagu.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.internship.InternshipPlan;
import tsunagu.internship.InternshipType;
import tsunagu.shared.OpenWindow;

/** An internship on a list. */
public record InternshipCard(
        long id,
        String code,
        String title,
        InternshipType type,
        String area,
        String place,
        LocalDate startsOn,
        LocalDate endsOn,
        int days,
        int workplaceDays,
        boolean dataUsed,
        Integer capacity,
        LocalDate opensOn,
        LocalDate closesOn,
        Instant endedAt,
        Instant changedAt,
        String subsidy,
        String pay,
        List<String> audiences,
        long companyId,
        String companyCode,
        String companyName,
        String industry) {

    static InternshipCard read(ResultSet row) throws SQLException {
        return new InternshipCard(
                row.getLong("id"),
                row.getString("code"),
                row.getString("title"),
                InternshipType.of(row.getInt("type")),
                row.getString("area"),
                row.getString("place"),
                Rows.date(row, "starts_on"),
                Rows.date(row, "ends_on"),
                row.getInt("days"),
                row.getInt("workplace_days"),
                row.getBoolean("data_used"),
                Rows.integer(row, "capacity"),
                Rows.date(row, "opens_on"),
                Rows.date(row, "closes_on"),
                Rows.instant(row, "ended_at"),
                Rows.instant(row, "changed_at"),
                row.getString("subsidy"),
                row.getString("pay"),
                Rows.texts(row, "audiences"),
                row.getLong("company_id"),
                row.getString("company_code"),
                row.getString("company_name"),
                row.getString("industry"));
    }

    static InternshipCard preview(InternshipPlan plan, CompanyName company, Instant now) {
        return new InternshipCard(
                0,
                "",
                plan.title(),
                plan.type(),
                plan.area(),
                plan.place(),
                plan.startsOn(),
                plan.endsOn(),
                plan.days(),
                plan.workplaceDays(),
                plan.dataUsed(),
                plan.capacity(),
                plan.opensOn(),
                plan.closesOn(),
                null,
                now,
                plan.subsidy(),
                plan.pay(),
                plan.audiences().stream().sorted().map(Enum::name).toList(),
                company.id(),
                company.code(),
                company.name(),
                company.industry());
    }

    public OpenWindow window() {
        OpenWindow application = OpenWindow.ofDays(opensOn, closesOn);
        return endedAt == null ? application : application.endedAt(endedAt);
    }
}
