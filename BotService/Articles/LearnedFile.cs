using SupportBot.Knowledge;

namespace SupportBot.Articles;

/// <summary>Keeps the learned index beside the database, so that a start whose articles are the same need not learn them anew. Losing the file costs that second.</summary>
internal sealed class LearnedFile(string path)
{
    public KnowledgeIndex Learn(IReadOnlyList<Entry> entries, IndexOptions options)
    {
        if (Read(entries, options) is { } kept)
        {
            return kept;
        }

        KnowledgeIndex index = KnowledgeIndex.Build(entries, options);
        Keep(index, entries, options);
        return index;
    }

    private KnowledgeIndex? Read(IReadOnlyList<Entry> entries, IndexOptions options)
    {
        try
        {
            using FileStream? file = File.Exists(path) ? File.OpenRead(path) : null;
            return file is null ? null : KnowledgeIndex.Read(file, entries, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Keep(KnowledgeIndex index, IReadOnlyList<Entry> entries, IndexOptions options)
    {
        try
        {
            // Written beside and renamed: a reader never sees half of it.
            string beside = $"{path}.{Environment.ProcessId}.new";
            using (FileStream file = File.Create(beside))
            {
                index.Write(file, entries, options);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written to costs only the time to learn at the next start.
        }
    }
}
