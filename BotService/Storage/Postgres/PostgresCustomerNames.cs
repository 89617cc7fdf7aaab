using Dapper;
using SupportBot.Customers;

namespace SupportBot.Storage.Postgres;

/// <summary>The index of the customers' names on PostgreSQL. Of two nodes that read the same name, the first takes it off the list.</summary>
internal sealed class PostgresCustomerNames(PostgresWork work) : ICustomerNames
{
    private const string Unread = "select due.customer_id as CustomerId, customer.name from customer_search_due due left join customer on customer.id = due.customer_id limit @limit";

    private const string Take = """
        delete from customer_search_due where customer_id = @CustomerId and (select name from customer where id = @CustomerId) is not distinct from @Name
        """;

    private const string Replace = """
        insert into customer_searchable (customer_id, words) values (@CustomerId, @words::tsvector)
        on conflict (customer_id) do update set words = excluded.words
        """;

    public ValueTask<IReadOnlyList<CustomerName>> UnreadAsync(int limit, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<CustomerName>>(
        async connection => [.. await connection.QueryAsync<CustomerName>(Unread, new { limit })],
        cancellation);

    public Task IndexAsync(IReadOnlyList<(CustomerName Name, string Words)> names, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            // In one order, so that two nodes never wait for each other.
            foreach ((CustomerName name, string words) in names.OrderBy(one => one.Name.CustomerId, StringComparer.Ordinal))
            {
                if (await connection.ExecuteAsync(Take, name) > 0)
                {
                    await connection.ExecuteAsync(Replace, new { name.CustomerId, words = TextSearch.Vector(words) });
                }
            }

            return names.Count;
        },
        cancellation);
}
