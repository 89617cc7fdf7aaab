using Dapper;
using SupportBot.Customers;

namespace SupportBot.Storage.Sqlite;

/// <summary>The index of the customers' names on SQLite's FTS5.</summary>
internal sealed class SqliteCustomerNames(SqliteReads reads, CommitLoop commits) : ICustomerNames
{
    private const string Unread = "select due.customer_id as CustomerId, customer.name from customer_search_due due left join customer on customer.id = due.customer_id limit @limit";

    private const string Take = """
        delete from customer_search_due where customer_id = @CustomerId and (select name from customer where id = @CustomerId) is @Name
        """;

    private const string Replace = """
        delete from customer_search where rowid = (select id from customer_searchable where customer_id = @CustomerId);
        insert into customer_searchable (customer_id) values (@CustomerId) on conflict do nothing;
        insert into customer_search (rowid, words) select id, @words from customer_searchable where customer_id = @CustomerId and @words <> '';
        """;

    public ValueTask<IReadOnlyList<CustomerName>> UnreadAsync(int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<CustomerName>>(reads.Read(connection => connection.Query<CustomerName>(Unread, new { limit }).AsList()));

    public Task IndexAsync(IReadOnlyList<(CustomerName Name, string Words)> names, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            foreach ((CustomerName name, string words) in names)
            {
                if (connection.Execute(Take, name) > 0)
                {
                    connection.Execute(Replace, new { name.CustomerId, words });
                }
            }

            return names.Count;
        },
        cancellation);
}
