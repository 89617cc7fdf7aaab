using SupportBot.Access.Audit;
using SupportBot.Operation.Rows;

namespace SupportBot.Customers.Import;

/// <param name="Read">Rows in the file.</param>
/// <param name="Saved">Rows taken.</param>
/// <param name="Added">Of those, customers who were not known before.</param>
internal sealed record CustomerReport(int Read, int Saved, int Added, IReadOnlyList<RowProblem> Problems);

/// <summary>Takes a file of customers in. The same file can be taken again.</summary>
internal sealed class CustomerImport(ICustomerImports store, ErasedKeys keys, TimeProvider time)
{
    // Each a transaction of its own, so that a running service can write between them.
    private const int RowsAtOnce = 200;
    private const string WasErased = "Whoever this names was erased at their own wish, and is not taken in again. Take the row out of the file; or import it with --returned when they have come back as a customer.";

    public async Task<CustomerReport> RunAsync(FileInfo file, bool returned, CancellationToken cancellation)
    {
        (IReadOnlyList<FileRow> rows, IReadOnlyList<RowProblem> unreadable) = RowFile.Read(file, CustomerColumns.All);
        CustomerRows taken = new(keys, time.GetUtcNow());
        foreach (FileRow row in rows)
        {
            taken.Take(row);
        }

        int added = 0;
        List<RowProblem> erased = [];
        foreach (ImportedCustomer[] part in taken.Customers.Chunk(RowsAtOnce))
        {
            ImportOutcome outcome = await store.SaveAsync(part, returned, AuditEntry.ByConsole(returned ? "customer.importReturned" : "customer.import", $"{part.Length}"), cancellation);
            added += outcome.Added;
            erased.AddRange(outcome.Erased.Select(row => new RowProblem(row.Customer.Line, row.Customer.ErasedKeys[row.Key], WasErased)));
        }

        int lost = unreadable.Where(problem => problem.Column is null && problem.Line > 0).DistinctBy(problem => problem.Line).Count();
        return new CustomerReport(rows.Count + lost, taken.Customers.Count - erased.Count, added, [.. unreadable.Concat(taken.Problems).Concat(erased).OrderBy(problem => problem.Line)]);
    }
}
