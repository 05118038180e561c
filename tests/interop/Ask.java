import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

/** Asks the TDB2 in the folder of the first word the queries in the files of the others; JSON, each before a NUL. */
class Ask {
    public static void main(String[] words) throws Exception {
        Dataset dataset = TDB2Factory.connectDataset(words[0]);
        ARQ.getContext().set(TDB2.symUnionDefaultGraph, true);
        dataset.begin(ReadWrite.READ);
        for (int number = 1; number < words.length; number++) {
            String text = Files.readString(Path.of(words[number]));
            try (QueryExecution asked = QueryExecutionFactory.create(text, dataset)) {
                ResultSetFormatter.outputAsJSON(System.out, asked.execSelect());
            }
            System.out.write(0);
        }
        System.out.flush();
        dataset.end();
    }
}
