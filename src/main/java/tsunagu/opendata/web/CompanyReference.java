package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import tsunagu.web.PublicAddress;

/** The company of a record. */
@JsonbPropertyOrder({"code", "name", "url"})
public record CompanyReference(String code, String name, String url) {

    static CompanyReference of(String code, String name, PublicAddress address) {
        return new CompanyReference(code, name, address.of("/companies/" + code));
    }
}
