using Dapper;
using SupportBot.Customers;

namespace SupportBot.Storage.Postgres;

/// <summary>The index of the customers' names on PostgreSQL. Of two nodes that read the same name, the first takes it off the list.</summary>
internal sealed class PostgresCustomerNames(PostgresWork work) : ICustomerNames
{
    private const string Unread = "select due.customer_id as CustomerId, customer.name from customer_search_due due left join customer on customer.id = due.customer_id limit @limit";

    // Locked in one order, so that two nodes never wait for each other; what has been named anew meanwhile stays on the list.
    private const string Take = """
        with due as materialized (select customer_id from customer_search_due where customer_id = any (@ids) order by customer_id for update)
        delete from customer_search_due d using due, unnest(@ids, @names) read (id, name)
        where d.customer_id = due.customer_id and read.id = due.customer_id and (select name from customer where id = read.id) is not distinct from read.name
        returning d.customer_id
        """;

    private const string Replace = """
        insert into customer_searchable (customer_id, words) select * from unnest(@ids, @words::tsvector[])
        on conflict (customer_id) do update set words = excluded.words
        """;

    public ValueTask<IReadOnlyList<CustomerName>> UnreadAsync(int limit, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<CustomerName>>(
        async connection => [.. await connection.QueryAsync<CustomerName>(Unread, new { limit })],
        cancellation);

    public Task IndexAsync(IReadOnlyList<(CustomerName Name, string Words)> names, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            string[] ids = [.. names.Select(one => one.Name.CustomerId)];
            HashSet<string> taken = [.. await connection.QueryAsync<string>(Take, new { ids, names = names.Select(one => one.Name.Name).ToArray() })];
            List<(CustomerName Name, string Words)> ours = [.. names.Where(one => taken.Contains(one.Name.CustomerId)).OrderBy(one => one.Name.CustomerId, StringComparer.Ordinal)];
            await connection.ExecuteAsync(Replace, new { ids = ours.Select(one => one.Name.CustomerId).ToArray(), words = ours.Select(one => TextSearch.Vector(one.Words)).ToArray() });
            return names.Count;
        },
        cancellation);
}
