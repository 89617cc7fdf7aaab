using SupportBot.Access.Audit;
using SupportBot.Operation.Rows;

namespace SupportBot.Customers.Import;

/// <param name="Read">Rows in the file.</param>
/// <param name="Saved">Rows taken.</param>
/// <param name="Added">Of those, customers who were not known before.</param>
internal sealed record CustomerReport(int Read, int Saved, int Added, IReadOnlyList<RowProblem> Problems);

/// <summary>Takes a file of customers in. The same file can be taken again.</summary>
internal sealed class CustomerImport(ICustomerImports store, TimeProvider time)
{
    // Each a transaction of its own, so that a running service can write between them.
    private const int RowsAtOnce = 200;

    public async Task<CustomerReport> RunAsync(FileInfo file, CancellationToken cancellation)
    {
        (IReadOnlyList<FileRow> rows, IReadOnlyList<RowProblem> unreadable) = RowFile.Read(file, CustomerColumns.All);
        CustomerRows taken = new(time.GetUtcNow());
        foreach (FileRow row in rows)
        {
            taken.Take(row);
        }

        int added = 0;
        foreach (ImportedCustomer[] part in taken.Customers.Chunk(RowsAtOnce))
        {
            added += await store.SaveAsync(part, AuditEntry.ByConsole("customer.import", $"{part.Length}"), cancellation);
        }

        int lost = unreadable.Where(problem => problem.Column is null && problem.Line > 0).DistinctBy(problem => problem.Line).Count();
        return new CustomerReport(rows.Count + lost, taken.Customers.Count, added, [.. unreadable.Concat(taken.Problems).OrderBy(problem => problem.Line)]);
    }
}
