import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/** Opens the Neo4j in the folder of the first word, runs the scripts of the others, prints all nodes and edges. */
class Cypher {
    static final String ALL = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n) AS labels, properties(n) AS n, "
        + "type(r) AS type, properties(r) AS r, m.id AS target ORDER BY n.id, r.id";

    public static void main(String[] words) throws Exception {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(words[0])).build();
        GraphDatabaseService database = service.database("neo4j");
        for (int number = 1; number < words.length; number++) {
            for (String statement : Files.readString(Path.of(words[number])).split(";\n")) {
                database.executeTransactionally(statement);
            }
        }
        String found = database.executeTransactionally(ALL, Map.of(), rows -> {
            StringBuilder lines = new StringBuilder();
            while (rows.hasNext()) {
                TreeMap<String, Object> line = new TreeMap<>(rows.next());
                line.replaceAll((name, value) -> value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
                lines.append(line).append("\n");
            }
            return lines.toString();
        });
        System.out.print(found);
        service.shutdown();
    }
}
