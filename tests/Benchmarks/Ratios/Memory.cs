namespace Dibao.Benchmarks.Ratios;

/// <summary>Watches how far this process grows: managed heap and working set, in MB above where they stood.</summary>
internal sealed class Memory : IDisposable
{
    private const double Megabyte = 1024 * 1024;
    private readonly long heap;
    private readonly long set;
    private readonly Timer watching;

    public Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        (heap, set) = (GC.GetTotalMemory(false), Environment.WorkingSet);
        watching = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }

    public double Managed { get; private set; }

    public double WorkingSet { get; private set; }

    public void Dispose()
    {
        watching.Dispose();
        Look();
    }

    private void Look()
    {
        Managed = Math.Max(Managed, (GC.GetTotalMemory(false) - heap) / Megabyte);
        WorkingSet = Math.Max(WorkingSet, (Environment.WorkingSet - set) / Megabyte);
    }
}
