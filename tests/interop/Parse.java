import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;

/** Reads a file with the parser of RDF4J and writes N-Quads; what the parser remarks goes to standard error. */
class Parse {
    public static void main(String[] words) throws Exception {
        String name = words[0].replaceFirst("\\.gz$", "");
        RDFFormat format = Rio.getParserFormatForFileName(name).orElseThrow();
        RDFParser parser = Rio.createParser(format);
        parser.setRDFHandler(Rio.createWriter(RDFFormat.NQUADS, System.out));
        parser.setParseErrorListener(new ParseErrorListener() {
            public void warning(String text, long line, long column) { tell("warning", text, line); }
            public void error(String text, long line, long column) { tell("error", text, line); }
            public void fatalError(String text, long line, long column) { tell("fatal", text, line); }
            private void tell(String kind, String text, long line) {
                System.err.println(kind + " in line " + line + ": " + text);
            }
        });
        InputStream file = new BufferedInputStream(new FileInputStream(words[0]));
        parser.parse(words[0].endsWith(".gz") ? new GZIPInputStream(file) : file, "https://kg.example/");
        System.out.flush();
    }
}
