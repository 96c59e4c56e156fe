package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.company.YouthItem;
import tsunagu.finding.CompanyPageView;
import tsunagu.shared.Feature;
import tsunagu.web.PublicAddress;

/** A company by itself. @param features what it stated, offered or not */
@JsonbPropertyOrder({
    "code",
    "name",
    "reading",
    "industry",
    "summary",
    "business",
    "welfare",
    "places",
    "features",
    "certificates",
    "youthEmployment",
    "employees",
    "founded",
    "corporateNumber",
    "changedAt",
    "url"
})
public record CompanyPageAnswer(
        String code,
        String name,
        String reading,
        String industry,
        String summary,
        String business,
        String welfare,
        List<Place> places,
        Map<Feature, Boolean> features,
        List<String> certificates,
        List<YouthFact> youthEmployment,
        Optional<Integer> employees,
        Optional<Integer> founded,
        Optional<String> corporateNumber,
        String changedAt,
        String url) {

    static CompanyPageAnswer of(CompanyPageView company, PublicAddress address) {
        return new CompanyPageAnswer(
                company.code(),
                company.name(),
                company.reading(),
                company.industry(),
                company.summary(),
                company.business(),
                company.welfare(),
                company.places().stream()
                        .map(each -> new Place(each.name(), each.area(), each.address()))
                        .toList(),
                company.features(),
                company.certificates(),
                company.youth().stream().map(YouthFact::of).toList(),
                Optional.ofNullable(company.employees()),
                Optional.ofNullable(company.founded()),
                Optional.ofNullable(company.corporateNumber()),
                JapanTime.of(company.changedAt()),
                address.of("/companies/" + company.code()));
    }

    @JsonbPropertyOrder({"name", "area", "address"})
    public record Place(String name, String area, String address) {}

    @JsonbPropertyOrder({"item", "fiscalYear", "amount", "words"})
    public record YouthFact(YouthItem item, int fiscalYear, Optional<BigDecimal> amount, String words) {

        private static YouthFact of(CompanyPageView.YouthFact fact) {
            return new YouthFact(fact.item(), fact.fiscalYear(), Optional.ofNullable(fact.amount()), fact.words());
        }
    }
}
