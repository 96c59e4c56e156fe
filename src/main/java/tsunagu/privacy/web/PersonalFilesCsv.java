package tsunagu.privacy.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Words;

/** 個人情報ファイル簿 as a table: a line for each item, with what is said of its file before it. */
@WebServlet("/internal/personal-files-csv")
public class PersonalFilesCsv extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        List<PrintedRegister.File> files = PrintedRegister.files();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>();
            head.add(Words.japanese("privacy.fact.file"));
            head.addAll(files.get(0).facts().keySet());
            Stream.of("item", "itemReaders", "itemKeep", "where")
                    .map(each -> Words.japanese("privacy.fact." + each))
                    .forEach(head::add);
            csv.writeRecord(head);
            for (PrintedRegister.File file : files) {
                for (PrintedRegister.Item item : file.items()) {
                    List<String> line = new ArrayList<>();
                    line.add(file.name());
                    line.addAll(file.facts().values());
                    line.addAll(List.of(item.name(), item.readers(), item.keep(), item.where()));
                    csv.writeRecord(line.stream().map(SpreadsheetCell::safe).toList());
                }
            }
        }
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"personal-files.csv\"");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
