package tsunagu.company.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.shared.Classification;

/** Lists to choose from, in groups. In pages: {@code #{choices}}. */
@Named
@ApplicationScoped
public class Choices {

    private final List<SelectItemGroup> industries = Classification.INDUSTRIES.tops().stream()
            .map(top -> {
                SelectItemGroup group = new SelectItemGroup(top.name());
                group.setSelectItems(Classification.INDUSTRIES.below(top.code()).stream()
                        .map(each -> new SelectItem(each.code(), each.name()))
                        .toArray(SelectItem[]::new));
                return group;
            })
            .toList();

    public List<SelectItemGroup> getIndustries() {
        return industries;
    }

    public List<Classification.Group> getAreas() {
        return Classification.AREAS.tops();
    }
}
