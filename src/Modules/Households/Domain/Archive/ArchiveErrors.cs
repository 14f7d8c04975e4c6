namespace Dibao.Households.Domain.Archive;

internal static class ArchiveErrors
{
    public static readonly ProblemType ContainerPlace = new("households.container_place", ErrorKind.Rule,
        "档案容器的层级与所在地不符", "This level of container belongs to another level of place", "seed 4 (F162)");

    public static readonly ProblemType ContainerLevel = new("households.container_level", ErrorKind.Rule,
        "档案容器只能放入上一级容器", "A container goes into one of the next level and no other", "seed 4 (F162)");

    public static readonly ProblemType ContainerElsewhere = new("households.container_elsewhere", ErrorKind.Rule,
        "上级容器不管辖此地", "The container above does not serve this place", "seed 4 (F162)");

    public static readonly ProblemType ContainerTwice = new("households.container_twice", ErrorKind.Conflict,
        "容器编号已使用", "This code is taken at that place and level");
}
