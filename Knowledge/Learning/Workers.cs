using System.Runtime.ExceptionServices;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Threads of their own, below normal priority, for the learning: borrowed from the pool they would keep questions waiting while an
/// edited article is learned.
/// </summary>
internal static class Workers
{
    /// <summary>Does jobs that do not touch each other and answers when all are done.</summary>
    /// <param name="workers">How many threads at most; the caller's is one of them.</param>
    /// <param name="jobs">How many jobs there are, numbered from 0.</param>
    /// <param name="begin">Makes what does the jobs of one thread, with memory of its own.</param>
    public static void Run(int workers, int jobs, Func<Action<int>> begin)
    {
        int next = -1;
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(1, Math.Max(0, Math.Min(workers, jobs) - 1)).Select(_ => new Thread(Work) { IsBackground = true, Priority = ThreadPriority.BelowNormal })];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }
        Work();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        void Work()
        {
            try
            {
                Action<int> work = begin();
                for (int job = Interlocked.Increment(ref next); job < jobs; job = Interlocked.Increment(ref next))
                {
                    work(job);
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        }
    }
}
