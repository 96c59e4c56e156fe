package tsunagu.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyName;
import tsunagu.posting.Employment;
import tsunagu.posting.JobTerms;
import tsunagu.posting.WageUnit;
import tsunagu.shared.OpenWindow;

/**
 * A job on a list.
 *
 * @param daysOff a year, or null
 * @param relocation whether it is a target of the 移住支援金
 */
public record JobCard(
        long id,
        String code,
        String title,
        String occupation,
        Employment employment,
        String area,
        WageUnit wageUnit,
        int wageMin,
        Integer wageMax,
        Integer daysOff,
        LocalDate opensOn,
        LocalDate closesOn,
        Instant endedAt,
        Instant changedAt,
        boolean relocation,
        List<String> audiences,
        List<String> features,
        long companyId,
        String companyCode,
        String companyName,
        String industry) {

    static JobCard read(ResultSet row) throws SQLException {
        return new JobCard(
                row.getLong("id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("occupation"),
                Employment.valueOf(row.getString("employment")),
                row.getString("area"),
                WageUnit.valueOf(row.getString("wage_unit")),
                row.getInt("wage_min"),
                Rows.integer(row, "wage_max"),
                Rows.integer(row, "days_off"),
                Rows.date(row, "opens_on"),
                Rows.date(row, "closes_on"),
                Rows.instant(row, "ended_at"),
                Rows.instant(row, "changed_at"),
                row.getBoolean("relocation"),
                Rows.texts(row, "audiences"),
                Rows.texts(row, "features"),
                row.getLong("company_id"),
                row.getString("company_code"),
                row.getString("company_name"),
                row.getString("industry"));
    }

    static JobCard preview(JobTerms job, CompanyName company, Instant now) {
        return new JobCard(
                0,
                "",
                job.title(),
                job.occupation(),
                job.employment(),
                job.area(),
                job.wageUnit(),
                job.wageMin(),
                job.wageMax(),
                job.daysOff(),
                job.opensOn(),
                job.closesOn(),
                null,
                now,
                !job.relocationUrl().isEmpty(),
                job.audiences().stream().sorted().map(Enum::name).toList(),
                job.features().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(each -> each.getKey().name())
                        .toList(),
                company.id(),
                company.code(),
                company.name(),
                company.industry());
    }

    public OpenWindow window() {
        OpenWindow days = OpenWindow.ofDays(opensOn, closesOn);
        return endedAt == null ? days : days.endedAt(endedAt);
    }
}
