package tsunagu.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** 個人情報ファイル簿 on the screen: what is kept about persons, file by file. */
@Named
@RequestScoped
public class PersonalFilesPage {

    /** As {@link PrintedRegister.File}, for pages. @param facts name and words */
    public record Shown(String name, List<Map.Entry<String, String>> facts, List<PrintedRegister.Item> items) {}

    private List<Shown> files;

    public List<Shown> getFiles() {
        if (files == null) {
            files = PrintedRegister.files().stream()
                    .map(each -> new Shown(each.name(), List.copyOf(each.facts().entrySet()), each.items()))
                    .toList();
        }
        return files;
    }

    public int getItems() {
        return getFiles().stream().mapToInt(each -> each.items().size()).sum();
    }
}
