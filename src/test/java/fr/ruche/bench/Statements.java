package fr.ruche.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what each thread sends to the database: every execution, and every line of a batch. What the database does by
 * itself, such as looking at foreign keys, is not counted.
 */
final class Statements {

    private static final ThreadLocal<Statements> OF_THREAD = ThreadLocal.withInitial(Statements::new);

    private final Map<String, Integer> texts = new TreeMap<>();
    private long sent;
    private boolean noting;

    private Statements() {}

    /** By this thread until now. */
    static long sent() {
        return OF_THREAD.get().sent;
    }

    /** What this thread sends while it works, and how often each. */
    static Map<String, Integer> noted(Runnable work) {
        var counter = OF_THREAD.get();
        counter.texts.clear();
        counter.noting = true;
        try {
            work.run();
        } finally {
            counter.noting = false;
        }
        return Map.copyOf(counter.texts);
    }

    static DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(Connection.class, super.getConnection(), "");
            }
        };
    }

    private static void count(String text) {
        var counter = OF_THREAD.get();
        counter.sent++;
        if (counter.noting) {
            counter.texts.merge(text, 1, Integer::sum);
        }
    }

    private static <T> T watched(Class<T> type, T real, String text) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> call(real, method, given, text)));
    }

    private static Object call(Object real, Method method, Object[] given, String text) throws Throwable {
        var name = method.getName();
        var first = given != null && given.length > 0 && given[0] instanceof String sql ? sql : text;
        if (real instanceof Statement && !name.equals("executeBatch") && name.matches("execute.*|addBatch")) {
            count(first);
        }
        try {
            var result = method.invoke(real, given);
            if (result instanceof PreparedStatement prepared) {
                return watched(PreparedStatement.class, prepared, first);
            }
            return name.equals("createStatement") ? watched(Statement.class, (Statement) result, "") : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Counts for the product. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OfProduct {

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? Statements.counting(database) : bean;
                }
            };
        }
    }
}
