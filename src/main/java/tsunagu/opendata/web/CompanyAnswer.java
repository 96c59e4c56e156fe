package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import tsunagu.finding.CompanyCard;
import tsunagu.web.PublicAddress;

/** A company on a list. */
@JsonbPropertyOrder({"code", "name", "reading", "industry", "summary", "areas", "features", "employees", "url"})
public record CompanyAnswer(
        String code,
        String name,
        String reading,
        String industry,
        String summary,
        List<String> areas,
        List<String> features,
        Optional<Integer> employees,
        String url) {

    static CompanyAnswer of(CompanyCard card, PublicAddress address) {
        return new CompanyAnswer(
                card.code(),
                card.name(),
                card.reading(),
                card.industry(),
                card.summary(),
                card.areas(),
                card.features(),
                Optional.ofNullable(card.employees()),
                address.of("/companies/" + card.code()));
    }
}
